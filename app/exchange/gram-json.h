/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "gram-exchange-error.h"

G_BEGIN_DECLS

/**
 * GRAM_JSON_MAX_SIZE:
 *
 * Largest document that gram_json_parse() reads, in bytes. json-glib needs some fourteen times as much memory.
 */
#define GRAM_JSON_MAX_SIZE (4 * 1024 * 1024)

/**
 * GRAM_JSON_MAX_DEPTH:
 *
 * Deepest nesting of objects and arrays that gram_json_parse() reads.
 */
#define GRAM_JSON_MAX_DEPTH 32

/**
 * GramJson:
 * @node: the JSON value
 * @parent: (nullable): the value that it stands in
 * @member: (nullable): its key, if it stands in an object
 * @element: its place, if it stands in an array
 *
 * A place in a document: the value, and the way to it, so that an error can name the JSON path (`$.rates[2].from`).
 * Lives on the stack of who reads; a child points to its parent and must not outlive it. Fill the first one with
 * gram_json_root().
 */
typedef struct _GramJson
{
  JsonNode *node;
  const struct _GramJson *parent;
  const char *member;
  guint element;
} GramJson;

/**
 * gram_json_parse:
 * @text: JSON text, UTF-8
 * @length: bytes, or -1 if NUL-terminated
 * @error: return location
 *
 * Reads a document strictly: one value and nothing after it, no comments, no duplicate keys, no `\u0000`, no integer
 * outside of 64 bits, at most %GRAM_JSON_MAX_SIZE bytes and %GRAM_JSON_MAX_DEPTH levels. The result is immutable and
 * may cross threads.
 *
 * Returns: (transfer full) (nullable): the root; free with json_node_unref()
 */
JsonNode *gram_json_parse (const char *text, gssize length, GError **error);

/**
 * gram_json_parse_file:
 * @path: a file
 * @error: return location
 *
 * Reads a document from a file as gram_json_parse() does; a larger file is refused before it is read.
 *
 * Returns: (transfer full) (nullable): the root
 */
JsonNode *gram_json_parse_file (const char *path, GError **error);

/**
 * gram_json_root:
 * @node: a document
 *
 * Returns: the place of its root
 */
GramJson gram_json_root (JsonNode *node);

/**
 * gram_json_dup_path:
 * @at: a place
 *
 * Returns: (transfer full): its JSON path, for example `$.rates[2].from`
 */
char *gram_json_dup_path (const GramJson *at);

/**
 * gram_json_set_error:
 * @at: a place
 * @error: return location
 * @format: printf format of a translated sentence
 * @...: its arguments
 *
 * Sets %GRAM_EXCHANGE_ERROR_MEMBER with the path of @at in front.
 *
 * Returns: always %FALSE
 */
gboolean gram_json_set_error (const GramJson *at, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/**
 * gram_json_has:
 * @at: an object
 * @member: a key
 *
 * Returns: whether @at is an object with that member and the member is not null
 */
gboolean gram_json_has (const GramJson *at, const char *member);

/**
 * gram_json_check_members:
 * @at: a place
 * @allowed: (array zero-terminated=1): the keys that may stand there
 * @error: return location
 *
 * Refuses a place that is no object, and members that @allowed does not name.
 *
 * Returns: %FALSE on error
 */
gboolean gram_json_check_members (const GramJson *at, const char *const *allowed, GError **error);

/**
 * gram_json_get:
 * @at: an object
 * @member: a key
 * @value: (out): the place of the member
 * @error: return location
 *
 * Goes to a member of any type; it must be there and not null.
 *
 * Returns: %FALSE on error
 */
gboolean gram_json_get (const GramJson *at, const char *member, GramJson *value, GError **error);

/**
 * gram_json_get_object:
 * @at: an object
 * @member: a key
 * @value: (out): the place of the member
 * @error: return location
 *
 * Goes to a member that must be an object.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_json_get_object (const GramJson *at, const char *member, GramJson *value, GError **error);

/**
 * gram_json_get_array:
 * @at: an object
 * @member: a key
 * @value: (out): the place of the member
 * @n_elements: (out) (optional): how many elements it has
 * @error: return location
 *
 * Goes to a member that must be an array.
 *
 * Returns: %FALSE on error
 */
gboolean gram_json_get_array (const GramJson *at,
                              const char *member,
                              GramJson *value,
                              guint *n_elements,
                              GError **error);

/**
 * gram_json_get_element:
 * @at: an array
 * @element: a place within its length
 *
 * Goes to an element; being out of range is a programming error.
 *
 * Returns: the place of the element
 */
GramJson gram_json_get_element (const GramJson *at, guint element);

/**
 * gram_json_get_text:
 * @at: an object
 * @member: a key
 * @value: (out) (transfer none): the text; lives as long as the document
 * @error: return location
 *
 * Reads a member that must be a string.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_json_get_text (const GramJson *at, const char *member, const char **value, GError **error);

/**
 * gram_json_get_integer:
 * @at: an object
 * @member: a key
 * @least: smallest value allowed
 * @most: largest value allowed
 * @value: (out): the number
 * @error: return location
 *
 * Reads a member that must be a whole number; `1.0` and `1e3` are not.
 *
 * Returns: %FALSE on error
 */
gboolean gram_json_get_integer (const GramJson *at,
                                const char *member,
                                gint64 least,
                                gint64 most,
                                gint64 *value,
                                GError **error);

/**
 * gram_json_get_boolean:
 * @at: an object
 * @member: a key
 * @value: (out): true or false
 * @error: return location
 *
 * Reads a member that must be true or false.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_json_get_boolean (const GramJson *at, const char *member, gboolean *value, GError **error);

/**
 * gram_json_get_decimal:
 * @at: an object
 * @member: a key
 * @places: decimals of the result: 6 gives millionths
 * @value: (out): the number, scaled by ten to @places
 * @error: return location
 *
 * Reads a member that must be a string that holds a decimal with a point, exactly.
 *
 * Returns: %FALSE on error
 */
gboolean gram_json_get_decimal (const GramJson *at,
                                const char *member,
                                guint places,
                                gint64 *value,
                                GError **error);

/**
 * gram_json_as_text:
 * @at: a place, for example an element of an array
 * @value: (out) (transfer none): the text
 * @error: return location
 *
 * Reads a place that must be a string.
 *
 * Returns: %FALSE on error
 */
gboolean gram_json_as_text (const GramJson *at, const char **value, GError **error);

G_END_DECLS
