/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-rulebook.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * GRAM_RULEBOOK_FIRST_YEAR:
 *
 * The earliest year that a rulebook may speak of; %GRAM_RULEBOOK_LAST_YEAR is the latest.
 */
#define GRAM_RULEBOOK_FIRST_YEAR 2000
#define GRAM_RULEBOOK_LAST_YEAR 2200

/**
 * GramRulebookSection:
 * @path: path of the object, empty for the outermost, for error messages
 * @object: (nullable): the object; %NULL once something went wrong
 * @seen: names of the members that were asked for
 * @error: the one error of the whole rulebook; the first one stays
 *
 * An object of a rulebook that is being read. A member that is missing or has a wrong value sets the error and reads as
 * 0, so that a reader can ask for one member after the other and look at the error once, at the end. Whatever was not
 * asked for is unknown, which _gram_rulebook_section_close() makes an error.
 */
typedef struct
{
  char *path;
  JsonObject *object;
  GHashTable *seen;
  GError **error;
} GramRulebookSection;

/**
 * _gram_rulebook_section_open:
 * @node: a node
 * @path: its path
 * @error: the one error of the rulebook
 *
 * Opens an object. Close it with _gram_rulebook_section_close().
 *
 * Returns: the section
 */
GramRulebookSection _gram_rulebook_section_open (JsonNode *node, const char *path, GError **error);

/**
 * _gram_rulebook_section_close:
 * @self: a section
 *
 * Makes members that nobody asked for an error, and frees the section.
 */
void _gram_rulebook_section_close (GramRulebookSection *self);

/**
 * _gram_rulebook_section_fail:
 * @self: a section
 * @name: a member of it
 * @code: the error
 * @problem: what is wrong with it, a translated half sentence that goes on after the path
 *
 * Sets the error, unless there is one already.
 */
void _gram_rulebook_section_fail (GramRulebookSection *self,
                                  const char *name,
                                  GramRulesError code,
                                  const char *problem);

/**
 * _gram_rulebook_section_member:
 * @self: a section
 * @name: a member of it
 *
 * Returns: (transfer none) (nullable): the member, %NULL with an error if it is missing
 */
JsonNode *_gram_rulebook_section_member (GramRulebookSection *self, const char *name);

/**
 * _gram_rulebook_section_is_null:
 * @self: a section
 * @name: a member of it
 *
 * Returns: %TRUE if it is there and is `null`
 */
gboolean _gram_rulebook_section_is_null (GramRulebookSection *self, const char *name);

/**
 * _gram_rulebook_section_has:
 * @self: a section
 * @name: a member that need not be there
 *
 * Returns: %TRUE if it is there
 */
gboolean _gram_rulebook_section_has (GramRulebookSection *self, const char *name);

/**
 * _gram_rulebook_section_object:
 * @self: a section
 * @name: a member of it that is an object
 *
 * Returns: the section of that object, to be closed
 */
GramRulebookSection _gram_rulebook_section_object (GramRulebookSection *self, const char *name);

/**
 * _gram_rulebook_section_array:
 * @self: a section
 * @name: a member of it that is a list of objects
 *
 * Returns: (transfer none) (nullable): the list
 */
JsonArray *_gram_rulebook_section_array (GramRulebookSection *self, const char *name);

/**
 * _gram_rulebook_section_element:
 * @self: a section
 * @name: a member of it that is a list of objects
 * @array: that list
 * @index: which element
 *
 * Returns: the section of that element, to be closed
 */
GramRulebookSection _gram_rulebook_section_element (GramRulebookSection *self,
                                                    const char *name,
                                                    JsonArray *array,
                                                    guint index);

/**
 * _gram_rulebook_section_int:
 * @self: a section
 * @name: a member of it
 * @min: smallest value that it can have
 * @max: largest value
 *
 * Returns: a whole number
 */
int _gram_rulebook_section_int (GramRulebookSection *self, const char *name, int min, int max);

/**
 * _gram_rulebook_section_boolean:
 * @self: a section
 * @name: a member of it
 *
 * Returns: `true` or `false`
 */
gboolean _gram_rulebook_section_boolean (GramRulebookSection *self, const char *name);

/**
 * _gram_rulebook_section_string:
 * @self: a section
 * @name: a member of it
 *
 * Returns: (transfer none) (nullable): a text that is not empty
 */
const char *_gram_rulebook_section_string (GramRulebookSection *self, const char *name);

/**
 * _gram_rulebook_section_decimal:
 * @self: a section
 * @name: a member of it: a decimal as a string
 * @scale: its scale
 *
 * Returns: an amount, not negative
 */
gint64 _gram_rulebook_section_decimal (GramRulebookSection *self, const char *name, guint scale);

/**
 * _gram_rulebook_section_date:
 * @self: a section
 * @name: a member of it: an ISO date
 *
 * Returns: the date
 */
GramDate _gram_rulebook_section_date (GramRulebookSection *self, const char *name);

/**
 * _gram_rulebook_section_month_day:
 * @self: a section
 * @name: a member of it: a day of every year, `MM-DD`
 * @month: (out): month
 * @day: (out): day
 */
void _gram_rulebook_section_month_day (GramRulebookSection *self,
                                       const char *name,
                                       guint8 *month,
                                       guint8 *day);

/**
 * _gram_rulebook_section_word:
 * @self: a section
 * @name: a member of it
 * @vocabulary: a vocabulary of gram_word_parse()
 *
 * Returns: the value of a word of that vocabulary; its first value after an error
 */
int
_gram_rulebook_section_word (GramRulebookSection *self, const char *name, const char *vocabulary);

/**
 * _gram_rulebook_section_set:
 * @self: a section
 * @name: a member of it: a list of words, none of them twice
 * @vocabulary: a vocabulary of flags of gram_word_parse()
 *
 * Returns: the flags of these words
 */
guint
_gram_rulebook_section_set (GramRulebookSection *self, const char *name, const char *vocabulary);

/**
 * _gram_rulebook_section_provenance:
 * @self: a section with the members `verified` and `source`
 *
 * Returns: (transfer full): where its figures are from
 */
GramProvenance _gram_rulebook_section_provenance (GramRulebookSection *self);

/**
 * _gram_rulebook_section_count:
 * @self: a section
 * @name: a member of it that is a list
 * @array: (nullable): that list
 * @least: it has to have so many elements
 *
 * Returns: how many elements to read
 */
guint _gram_rulebook_section_count (GramRulebookSection *self,
                                    const char *name,
                                    JsonArray *array,
                                    guint least);

/**
 * _gram_rulebook_section_number:
 * @self: a section
 * @object: a member of it that is an object with one number, `verified` and `source`
 * @name: the number's name in that object
 * @max: largest value that it can have; the smallest is 1
 * @provenance: (out): where it is from
 *
 * Returns: the number
 */
int _gram_rulebook_section_number (GramRulebookSection *self,
                                   const char *object,
                                   const char *name,
                                   int max,
                                   GramProvenance *provenance);

/**
 * _gram_rulebook_section_ready:
 * @self: the outermost section
 * @provenance: (out): where the figure is from
 *
 * Returns: days after which a vehicle that waits is worth a warning
 */
int _gram_rulebook_section_ready (GramRulebookSection *self, GramProvenance *provenance);

/**
 * _gram_rulebook_read_ccs:
 * @self: the outermost section
 *
 * Returns: (transfer full): the rules of the Clean Car Standard
 */
GramCcsRules *_gram_rulebook_read_ccs (GramRulebookSection *self);

/**
 * _gram_rulebook_read_terms:
 * @self: the outermost section
 *
 * Reads the section “terms” of the Clean Car Standard. Rulebooks of 2026-12 and before have none; they get the built-in settings.
 *
 * Returns: (transfer full): the settings
 */
GramCcsTerms *_gram_rulebook_read_terms (GramRulebookSection *self);

/**
 * _gram_rulebook_read_ccts:
 * @self: the outermost section
 *
 * Returns: (transfer full): the rules of the CCTS
 */
GramCctsRules *_gram_rulebook_read_ccts (GramRulebookSection *self);

/**
 * _gram_rulebook_read_accounts:
 * @self: the outermost section
 * @scheme: the scheme
 *
 * Reads the section “accounts”. Rulebooks of 2026-04 and before have none; they get the built-in rules.
 *
 * Returns: (transfer full): the rules of accounts and people
 */
GramAccountRules *_gram_rulebook_read_accounts (GramRulebookSection *self, GramScheme scheme);

/**
 * _gram_rulebook_read_cases:
 * @self: the outermost section
 * @scheme: the scheme
 *
 * Reads the section “cases”. Rulebooks of 2026-11 and before have none; they get the built-in rules.
 *
 * Returns: (transfer full): the rules of cases
 */
GramCaseRules *_gram_rulebook_read_cases (GramRulebookSection *self, GramScheme scheme);

G_END_DECLS
