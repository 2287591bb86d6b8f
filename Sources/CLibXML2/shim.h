#ifndef STANCE_CLIBXML2_SHIM_H
#define STANCE_CLIBXML2_SHIM_H

/* Debian's libxml2 declares a type of ICU in a structure that is not used here. Its headers would
   clash with those of Foundation, which brings an ICU of its own. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

/// Options for pages as they are found: errors are mended in silence and nothing is fetched.
static inline int stance_html_options(void) {
  return HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
         HTML_PARSE_COMPACT;
}

#endif
