/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-json.h"

G_BEGIN_DECLS

/**
 * GramJsonMember:
 * @name: key
 * @type: GVariant type: `s`, `b`, `x`, `i`, `u`, arrays of those, `a{ss}`, `a{sv}` or `v`; never `d`
 * @required: whether it has to be there
 *
 * One member of an expected signature.
 */
typedef struct
{
  const char *name;
  const char *type;
  gboolean required;
} GramJsonMember;

/**
 * gram_json_to_vardict:
 * @at: a place that must be an object
 * @members: (array length=n_members): the expected signature
 * @n_members: how many
 * @error: return location
 *
 * Reads an object into a dictionary, member by member as the signature wants it. Unknown members, missing required ones
 * and values of another type are errors with their JSON path; a member that is null counts as missing. A number with a
 * fraction or an exponent is always an error: amounts travel as decimal strings.
 *
 * Returns: (transfer full) (nullable): an `a{sv}`, not floating
 */
GVariant *gram_json_to_vardict (const GramJson *at,
                                const GramJsonMember *members,
                                gsize n_members,
                                GError **error);

/**
 * gram_json_to_variant:
 * @at: a place
 * @type: (nullable): the type that is wanted; %NULL or `v`: what the value itself says
 * @error: return location
 *
 * Reads one value. Without a wanted type a string gives `s`, a whole number `x`, true and false `b`, an object `a{sv}`,
 * an array `as`, `ax`, `ab` or `aa{sv}` if its elements are alike, else `av`; an empty array is `as`. Null members are
 * left out; null elsewhere and numbers with a fraction are errors.
 *
 * Returns: (transfer full) (nullable): the value, not floating
 */
GVariant *gram_json_to_variant (const GramJson *at, const GVariantType *type, GError **error);

/**
 * gram_json_from_variant:
 * @value: a value made of strings, integers, booleans, bytes, arrays, tuples, maybes and dictionaries with string keys
 *
 * Writes canonical JSON text: keys sorted by their bytes, no blanks, UTF-8 as it is. The same value always gives the
 * same text, so the journal may hash it. `ay` becomes lower-case hexadecimal, a tuple an array, nothing null. A double
 * in it is a programming error.
 *
 * Returns: (transfer full): the text
 */
char *gram_json_from_variant (GVariant *value);

/**
 * gram_json_from_variant_indented:
 * @value: as for gram_json_from_variant()
 *
 * The same, laid out for people: two blanks a level, a new line at the end.
 *
 * Returns: (transfer full): the text
 */
char *gram_json_from_variant_indented (GVariant *value);

/**
 * gram_json_append_string:
 * @text: where to append
 * @string: UTF-8
 * @length: bytes, or -1 if NUL-terminated
 *
 * Appends a JSON string with its quotes.
 */
void gram_json_append_string (GString *text, const char *string, gssize length);

G_END_DECLS
