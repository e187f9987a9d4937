/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-trade-file.h"

#include <string.h>

#define MADE_AT G_GINT64_CONSTANT (1796040000000000)

static GramTradeNotification *
notification_new (void)
{
  GramTradeNotification *self = g_new0 (GramTradeNotification, 1);

  self->year = 2025;
  self->side = GRAM_TRADE_TRANSFEROR;
  self->transferor_name = g_strdup ("Alpha Motors plc");
  self->transferor_number = g_strdup ("10000016");
  self->transferee_name = g_strdup ("Beta “Ökö” Cars Ltd");
  self->transferee_number = g_strdup ("10000024");
  self->quantity = 30000;
  self->price = 37500000;
  self->price_reason = g_strdup ("");
  self->agreed_on = gram_date_make (2026, 11, 20);
  self->note = g_strdup ("ours alone");

  return self;
}

/* A file of Alpha's, with the public key that belongs to it. */
static char *
file_new (char **public_key)
{
  g_autoptr (GramTradeNotification) notification = notification_new ();
  g_autoptr (GBytes) private_key = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *again = NULL;
  char *text;

  g_assert_true (gram_signing_key_new (public_key, &private_key, &error));
  g_assert_no_error (error);
  text = gram_trade_file_write (notification, MADE_AT, private_key, &error);
  g_assert_no_error (error);
  again = gram_trade_file_write (notification, MADE_AT, private_key, &error);
  g_assert_cmpstr (text, ==, again);
  g_assert_null (strstr (text, "ours alone"));

  return text;
}

static void
test_round (void)
{
  g_autofree char *public_key = NULL;
  g_autofree char *other_key = NULL;
  g_autofree char *text = file_new (&public_key);
  g_autofree char *other_text = file_new (&other_key);
  g_autoptr (GError) error = NULL;
  g_autoptr (GramTradeFile) file = gram_trade_file_read (text, -1, &error);
  g_autoptr (GramTradeFile) again = NULL;
  g_autoptr (GramTradeFile) other = NULL;
  g_autofree char *capitals = g_ascii_strup (public_key, -1);

  g_assert_no_error (error);
  g_assert_cmpint (file->notification->year, ==, 2025);
  g_assert_cmpint (file->notification->side, ==, GRAM_TRADE_TRANSFEROR);
  g_assert_cmpstr (file->notification->transferor_name, ==, "Alpha Motors plc");
  g_assert_cmpstr (file->notification->transferor_number, ==, "10000016");
  g_assert_cmpstr (file->notification->transferee_name, ==, "Beta “Ökö” Cars Ltd");
  g_assert_cmpstr (file->notification->transferee_number, ==, "10000024");
  g_assert_cmpint (file->notification->quantity, ==, 30000);
  g_assert_cmpint (file->notification->price, ==, 37500000);
  g_assert_cmpstr (file->notification->price_reason, ==, "");
  g_assert_cmpstr (file->notification->note, ==, "");
  g_assert_cmpint (gram_date_compare (file->notification->agreed_on, gram_date_make (2026, 11, 20)),
                   ==, 0);
  g_assert_cmpint (file->made_at, ==, MADE_AT);
  g_assert_cmpstr (file->public_key, ==, public_key);
  g_assert_true (gram_trade_file_is_signed_by (file, capitals));
  g_assert_false (gram_trade_file_is_signed_by (file, other_key));
  g_assert_false (gram_trade_file_is_signed_by (file, "no key"));

  /* A copy is the same file; what another key signed is another one. */
  again = gram_trade_file_read (text, (gssize)strlen (text), &error);
  g_assert_cmpstr (again->digest, ==, file->digest);
  other = gram_trade_file_read (other_text, -1, &error);
  g_assert_cmpstr (other->digest, !=, file->digest);
}

/* Nothing of a file can be changed, and nothing added or left out. */
static const struct
{
  const char *from;
  const char *to;
  GramExchangeError error;
} changes[] = {
  { "\"30000\"", "\"30001\"", GRAM_EXCHANGE_ERROR_SIGNATURE },
  { "\"375000.00\"", "\"37500.00\"", GRAM_EXCHANGE_ERROR_SIGNATURE },
  { "\"transferor\",", "\"transferee\",", GRAM_EXCHANGE_ERROR_SIGNATURE },
  { "Alpha Motors plc", "Alpha Motors Ltd", GRAM_EXCHANGE_ERROR_SIGNATURE },
  { "2026-11-20", "2026-11-21", GRAM_EXCHANGE_ERROR_SIGNATURE },
  { "\"year\": 2025", "\"year\": 2026", GRAM_EXCHANGE_ERROR_SIGNATURE },
  { "1796040000000000", "1796040000000001", GRAM_EXCHANGE_ERROR_SIGNATURE },
  { "\"signature\": \"", "\"signature\": \"00", GRAM_EXCHANGE_ERROR_SIGNATURE },
  { "\"public-key\": \"", "\"public-key\": \"00", GRAM_EXCHANGE_ERROR_SIGNATURE },
  { "\"10000016\"", "\"10000019\"", GRAM_EXCHANGE_ERROR_MEMBER },
  { "\"10000016\"", "\"1000-0016\"", GRAM_EXCHANGE_ERROR_MEMBER },
  { "\"30000\"", "\"30000.5\"", GRAM_EXCHANGE_ERROR_MEMBER },
  { "\"30000\"", "\"0\"", GRAM_EXCHANGE_ERROR_MEMBER },
  { "\"30000\"", "30000", GRAM_EXCHANGE_ERROR_MEMBER },
  { "\"375000.00\"", "\"-1.00\"", GRAM_EXCHANGE_ERROR_MEMBER },
  { "2026-11-20", "20 November", GRAM_EXCHANGE_ERROR_MEMBER },
  { "\"transferor\",", "\"broker\",", GRAM_EXCHANGE_ERROR_MEMBER },
  { "\"gram-trade\": 1", "\"gram-trade\": 2", GRAM_EXCHANGE_ERROR_MEMBER },
  { "\"price-reason\": \"\",", "", GRAM_EXCHANGE_ERROR_MEMBER },
  { "\"price-reason\":", "\"note\": \"x\", \"price-reason\":", GRAM_EXCHANGE_ERROR_MEMBER },
  { "{", "", GRAM_EXCHANGE_ERROR_SYNTAX },
};

static void
test_changes (void)
{
  g_autofree char *public_key = NULL;
  g_autofree char *text = file_new (&public_key);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GString) changed = g_string_new (text);
      g_autoptr (GramTradeFile) file = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s → %s", changes[i].from, changes[i].to);
      g_assert_cmpuint (g_string_replace (changed, changes[i].from, changes[i].to, 1), ==, 1);
      file = gram_trade_file_read (changed->str, -1, &error);
      g_assert_error (error, GRAM_EXCHANGE_ERROR, (int)changes[i].error);
      g_assert_null (file);
    }
}

/* RFC 8032, 7.1, test 1: the empty message. */
static void
test_known_key (void)
{
  const char *public_key = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
  const char *signature
      = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
        "f9b46bd25bf5f0595bbe24655141438e7a100b";
  g_autofree char *capitals = g_ascii_strup (signature, -1);

  g_assert_true (gram_signing_key_verify (public_key, "", signature));
  g_assert_false (gram_signing_key_verify (public_key, "x", signature));
  g_assert_false (gram_signing_key_verify (public_key, "", capitals));
  g_assert_false (gram_signing_key_verify ("", "", signature));
}

static const struct
{
  const char *text;
  gboolean ok;
} keys[] = {
  { "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", TRUE },
  { " D75A9801 82B10AB7 D54BFED3 C964073A 0EE172F3 DAA62325 AF021A68 F707511A\n", TRUE },
  { "d7:5a:98:0182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", TRUE },
  { "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511", FALSE },
  { "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511g", FALSE },
  { "", FALSE },
  { NULL, FALSE },
};

static void
test_keys (void)
{
  g_autoptr (GBytes) nonsense = g_bytes_new_static ("key", 3);
  g_autoptr (GramTradeNotification) notification = notification_new ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *key = gram_signing_key_normalise (keys[i].text);

      g_assert_cmpstr (key, ==, keys[i].ok ? keys[0].text : NULL);
    }

  g_assert_null (gram_signing_key_dup_public (nonsense));
  g_assert_null (gram_trade_file_write (notification, MADE_AT, nonsense, &error));
  g_assert_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_KEY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/trade-file/round", test_round);
  g_test_add_func ("/exchange/trade-file/changes", test_changes);
  g_test_add_func ("/exchange/trade-file/known-key", test_known_key);
  g_test_add_func ("/exchange/trade-file/keys", test_keys);

  return g_test_run ();
}
