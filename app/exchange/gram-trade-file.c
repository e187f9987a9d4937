/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-file.h"

#include "gram-decimal.h"
#include "gram-identifier.h"
#include "gram-json-variant.h"
#include "gram-json.h"

#include <glib/gi18n-lib.h>

#define FORMAT 1
#define FIRST_YEAR 2000
#define LAST_YEAR 2999
#define MOST_TEXT 400

static const char *const root_members[] = {
  "gram-trade", "made-at", "notification", "public-key", "signature", NULL,
};
static const char *const notification_members[] = {
  "year",
  "side",
  "transferor-name",
  "transferor-number",
  "transferee-name",
  "transferee-number",
  "quantity",
  "price",
  "price-reason",
  "agreed-on",
  NULL,
};

/* The texts of a notification: their member, and where they stand. */
static const struct
{
  const char *member;
  gsize offset;
  gboolean is_number;
} texts[] = {
  { "transferor-name", G_STRUCT_OFFSET (GramTradeNotification, transferor_name), FALSE },
  { "transferor-number", G_STRUCT_OFFSET (GramTradeNotification, transferor_number), TRUE },
  { "transferee-name", G_STRUCT_OFFSET (GramTradeNotification, transferee_name), FALSE },
  { "transferee-number", G_STRUCT_OFFSET (GramTradeNotification, transferee_number), TRUE },
  { "price-reason", G_STRUCT_OFFSET (GramTradeNotification, price_reason), FALSE },
};

#define TEXT_AT(notification, i) G_STRUCT_MEMBER (char *, notification, texts[i].offset)

void
gram_trade_file_free (GramTradeFile *self)
{
  if (self == NULL)
    return;

  gram_trade_notification_free (self->notification);
  g_free (self->public_key);
  g_free (self->digest);
  g_free (self);
}

static GVariant *
notification_to_variant (const GramTradeNotification *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *quantity = gram_decimal_format (self->quantity, 0, 0);
  g_autofree char *price
      = gram_decimal_format (self->price, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY);
  g_autofree char *agreed_on = gram_date_format (self->agreed_on);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_variant_dict_insert (&dict, texts[i].member, "s",
                           TEXT_AT (self, i) != NULL ? TEXT_AT (self, i) : "");
  g_variant_dict_insert (&dict, "year", "x", (gint64)self->year);
  g_variant_dict_insert (&dict, "side", "s", gram_word_for ("trade-side", (int)self->side));
  g_variant_dict_insert (&dict, "quantity", "s", quantity);
  g_variant_dict_insert (&dict, "price", "s", price);
  g_variant_dict_insert (&dict, "agreed-on", "s", agreed_on);

  return g_variant_dict_end (&dict);
}

/* What is signed: everything but the signature, as canonical JSON. */
static GVariant *
content_of (const GramTradeNotification *notification,
            gint64 made_at,
            const char *public_key,
            const char *signature)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "gram-trade", "x", (gint64)FORMAT);
  g_variant_dict_insert (&dict, "made-at", "x", made_at);
  g_variant_dict_insert_value (&dict, "notification", notification_to_variant (notification));
  g_variant_dict_insert (&dict, "public-key", "s", public_key);
  if (signature != NULL)
    g_variant_dict_insert (&dict, "signature", "s", signature);

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static char *
dup_signed_text (const GramTradeNotification *notification, gint64 made_at, const char *public_key)
{
  g_autoptr (GVariant) content = content_of (notification, made_at, public_key, NULL);

  return gram_json_from_variant (content);
}

char *
gram_trade_file_write (const GramTradeNotification *notification,
                       gint64 made_at,
                       GBytes *private_key,
                       GError **error)
{
  g_autofree char *public_key = gram_signing_key_dup_public (private_key);
  g_autofree char *text = NULL;
  g_autofree char *signature = NULL;
  g_autoptr (GVariant) content = NULL;

  g_return_val_if_fail (notification != NULL, NULL);

  text = dup_signed_text (notification, made_at, public_key != NULL ? public_key : "");
  signature = gram_signing_key_sign (private_key, text, error);
  if (signature == NULL)
    return NULL;

  content = content_of (notification, made_at, public_key, signature);
  return gram_json_from_variant_indented (content);
}

static gboolean
read_text (const GramJson *at, const char *member, char **value, GError **error)
{
  const char *text;
  GramJson place;

  if (!gram_json_get_text (at, member, &text, error) || !gram_json_get (at, member, &place, error))
    return FALSE;
  if (g_utf8_strlen (text, -1) > MOST_TEXT)
    return gram_json_set_error (&place, error, _ ("this is too long"));

  *value = g_strdup (text);
  return TRUE;
}

static gboolean
read_texts (const GramJson *at, GramTradeNotification *notification, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char **value = (char **)G_STRUCT_MEMBER_P (notification, texts[i].offset);
      char number[GRAM_ACCOUNT_NUMBER_BUFFER];
      GramJson place;

      if (!read_text (at, texts[i].member, value, error))
        return FALSE;
      if (!texts[i].is_number)
        continue;
      if (!gram_json_get (at, texts[i].member, &place, error))
        return FALSE;
      if (!gram_account_number_parse (*value, number, NULL) || !g_str_equal (number, *value))
        return gram_json_set_error (&place, error, _ ("this is no account number"));
    }

  return TRUE;
}

static gboolean
read_words (const GramJson *at, GramTradeNotification *notification, GError **error)
{
  const char *side;
  const char *day;
  GramJson place;
  int value;

  if (!gram_json_get_text (at, "side", &side, error)
      || !gram_json_get_text (at, "agreed-on", &day, error)
      || !gram_json_get (at, "side", &place, error))
    return FALSE;
  if (!gram_word_parse ("trade-side", side, &value))
    return gram_json_set_error (&place, error, _ ("this is neither transferor nor transferee"));
  if (!gram_json_get (at, "agreed-on", &place, error))
    return FALSE;
  if (!gram_date_parse (day, GRAM_DATE_ISO, &notification->agreed_on, NULL))
    return gram_json_set_error (&place, error, _ ("this is no date"));

  notification->side = (GramTradeSide)value;
  return TRUE;
}

static gboolean
read_numbers (const GramJson *at, GramTradeNotification *notification, GError **error)
{
  GramJson place;
  gint64 year;

  if (!gram_json_get_integer (at, "year", FIRST_YEAR, LAST_YEAR, &year, error)
      || !gram_json_get_decimal (at, "quantity", 0, &notification->quantity, error)
      || !gram_json_get_decimal (at, "price", GRAM_DECIMAL_SCALE_MONEY, &notification->price, error)
      || !gram_json_get (at, "quantity", &place, error))
    return FALSE;
  if (notification->quantity < 1)
    return gram_json_set_error (&place, error, _ ("one allowance at least is traded"));
  if (!gram_json_get (at, "price", &place, error))
    return FALSE;
  if (notification->price < 0)
    return gram_json_set_error (&place, error, _ ("a price is not negative"));

  notification->year = (int)year;
  return TRUE;
}

static GramTradeNotification *
read_notification (const GramJson *root, GError **error)
{
  g_autoptr (GramTradeNotification) notification = g_new0 (GramTradeNotification, 1);
  GramJson at;

  if (!gram_json_get_object (root, "notification", &at, error)
      || !gram_json_check_members (&at, notification_members, error)
      || !read_texts (&at, notification, error) || !read_words (&at, notification, error)
      || !read_numbers (&at, notification, error))
    return NULL;

  notification->note = g_strdup ("");
  return g_steal_pointer (&notification);
}

static GramTradeFile *
refuse_signature (GError **error)
{
  g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_SIGNATURE,
               _ ("The signature does not agree with the file: it was changed or damaged; ask the "
                  "party for it again"));
  return NULL;
}

GramTradeFile *
gram_trade_file_read (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GramTradeFile) self = g_new0 (GramTradeFile, 1);
  g_autofree char *signed_text = NULL;
  const char *public_key;
  const char *signature;
  GramJson root;
  gint64 format;

  g_return_val_if_fail (text != NULL, NULL);

  node = gram_json_parse (text, length, error);
  if (node == NULL)
    return NULL;
  root = gram_json_root (node);
  if (!gram_json_check_members (&root, root_members, error)
      || !gram_json_get_integer (&root, "gram-trade", FORMAT, FORMAT, &format, error)
      || !gram_json_get_integer (&root, "made-at", 0, G_MAXINT64, &self->made_at, error)
      || !gram_json_get_text (&root, "public-key", &public_key, error)
      || !gram_json_get_text (&root, "signature", &signature, error))
    return NULL;
  self->notification = read_notification (&root, error);
  if (self->notification == NULL)
    return NULL;

  signed_text = dup_signed_text (self->notification, self->made_at, public_key);
  if (!gram_signing_key_verify (public_key, signed_text, signature))
    return refuse_signature (error);

  self->public_key = g_strdup (public_key);
  self->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, signed_text, -1);
  return g_steal_pointer (&self);
}

gboolean
gram_trade_file_is_signed_by (const GramTradeFile *self, const char *public_key)
{
  g_autofree char *key = gram_signing_key_normalise (public_key);

  g_return_val_if_fail (self != NULL, FALSE);

  return key != NULL && g_str_equal (key, self->public_key);
}
