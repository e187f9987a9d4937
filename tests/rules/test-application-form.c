/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-application-form.h"

#include <string.h>

/* A form that can be submitted. */
static const struct
{
  const char *typed;
  const char *kept;
} filled[GRAM_APPLICATION_FIELD_N] = {
  [GRAM_APPLICATION_CONTACT] = { " Mere Tane ", "Mere Tane" },
  [GRAM_APPLICATION_EMAIL] = { "fleet@example.org", "fleet@example.org" },
  [GRAM_APPLICATION_PHONE] = { "+64 9 555 0100", "+64 9 555 0100" },
  [GRAM_APPLICATION_QUANTITY] = { "1200", "1200" },
  [GRAM_APPLICATION_MAKES] = { "Nissan, Toyota", "Nissan, Toyota" },
  [GRAM_APPLICATION_MODELS] = { "Leaf, Aqua, Hiace", "Leaf, Aqua, Hiace" },
  [GRAM_APPLICATION_FUELS] = { "Electric, petrol hybrid", "Electric, petrol hybrid" },
  [GRAM_APPLICATION_AVERAGE_MASS] = { " 1430", "1430" },
  [GRAM_APPLICATION_BANK_ACCOUNT] = { "0101230456789000", "01-0123-0456789-000" },
  [GRAM_APPLICATION_FORECAST] = { "125000.5", "125000.50" },
  [GRAM_APPLICATION_RELATED_PARTIES] = { "none", "none" },
  [GRAM_APPLICATION_INSOLVENCY] = { "no", "no" },
  [GRAM_APPLICATION_INSOLVENCY_DETAILS] = { "", NULL },
  [GRAM_APPLICATION_DECLARES_BUSINESS] = { "yes", "yes" },
  [GRAM_APPLICATION_DECLARES_RELATED] = { "yes", "yes" },
  [GRAM_APPLICATION_DECLARES_TRUE] = { "yes", "yes" },
};

static GramApplicationForm *
fill (void)
{
  GramApplicationForm *form = gram_application_form_new ();

  for (int i = 0; i < GRAM_APPLICATION_FIELD_N; i++)
    {
      g_assert_true (
          gram_application_form_set (form, (GramApplicationField)i, filled[i].typed, NULL));
      g_assert_cmpstr (form->values[i], ==, filled[i].kept);
    }

  return form;
}

/* CCS facts §3: contact details, vehicles (quantity, make, model, fuel, weight), bank account; reg 20. */
static void
test_rows (void)
{
  const GramApplicationRow *rows = gram_application_fields ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < GRAM_APPLICATION_FIELD_N; i++)
    {
      g_assert_cmpint (rows[i].field, ==, i);
      g_assert_true (g_hash_table_add (names, (gpointer)rows[i].name));
      g_assert_true (g_variant_type_string_is_valid (rows[i].type));
      g_assert_nonnull (strchr ("sxb", *rows[i].type));
      g_assert_cmpstr (rows[i].title, !=, "");
      g_assert_true (g_str_has_suffix (rows[i].hint, ".") || g_str_has_suffix (rows[i].hint, "?"));
      g_assert_nonnull (rows[i].article);
    }
}

/* What a field takes and what it refuses; kept NULL: refused with `application.value`. */
static const struct
{
  GramApplicationField field;
  const char *typed;
  const char *kept;
} values[] = {
  { GRAM_APPLICATION_EMAIL, "fleet@example.org", "fleet@example.org" },
  { GRAM_APPLICATION_EMAIL, "fleet@example", NULL },
  { GRAM_APPLICATION_EMAIL, "@example.org", NULL },
  { GRAM_APPLICATION_EMAIL, "fleet", NULL },
  { GRAM_APPLICATION_EMAIL, "a@b@example.org", NULL },
  { GRAM_APPLICATION_EMAIL, "fleet @example.org", NULL },
  { GRAM_APPLICATION_EMAIL, "fleet@.org", NULL },
  { GRAM_APPLICATION_EMAIL, "fleet@example.", NULL },
  { GRAM_APPLICATION_PHONE, "(09) 555-0100", "(09) 555-0100" },
  { GRAM_APPLICATION_PHONE, "555", NULL },
  { GRAM_APPLICATION_PHONE, "ring me", NULL },
  { GRAM_APPLICATION_QUANTITY, "1", "1" },
  { GRAM_APPLICATION_QUANTITY, "1000000", "1000000" },
  { GRAM_APPLICATION_QUANTITY, "0012", "12" },
  { GRAM_APPLICATION_QUANTITY, "0", NULL },
  { GRAM_APPLICATION_QUANTITY, "1000001", NULL },
  { GRAM_APPLICATION_QUANTITY, "-5", NULL },
  { GRAM_APPLICATION_QUANTITY, "12.5", NULL },
  { GRAM_APPLICATION_QUANTITY, "1e3", NULL },
  { GRAM_APPLICATION_QUANTITY, "many", NULL },
  { GRAM_APPLICATION_AVERAGE_MASS, "100001", NULL },
  { GRAM_APPLICATION_FORECAST, "0", "0.00" },
  { GRAM_APPLICATION_FORECAST, "12.345", NULL },
  { GRAM_APPLICATION_FORECAST, "-1", NULL },
  { GRAM_APPLICATION_FORECAST, "1000000000.01", NULL },
  { GRAM_APPLICATION_FORECAST, "1,000", NULL },
  { GRAM_APPLICATION_BANK_ACCOUNT, "01-0123-0456789-00", "01-0123-0456789-00" },
  { GRAM_APPLICATION_BANK_ACCOUNT, "01 0123 0456789 000", "01-0123-0456789-000" },
  { GRAM_APPLICATION_BANK_ACCOUNT, "01-0123-0456789", NULL },
  { GRAM_APPLICATION_BANK_ACCOUNT, "DE02 1203 0000 0000 2020 51", NULL },
  { GRAM_APPLICATION_INSOLVENCY, "yes", "yes" },
  { GRAM_APPLICATION_INSOLVENCY, "maybe", NULL },
  { GRAM_APPLICATION_DECLARES_TRUE, "true", NULL },
  { GRAM_APPLICATION_CONTACT, "a\x01b", NULL },
  { GRAM_APPLICATION_CONTACT, "a\xff", NULL },
  { GRAM_APPLICATION_MAKES, "Nissan\nToyota", "Nissan\nToyota" },
};

static void
test_values (void)
{
  const GramApplicationRow *rows = gram_application_fields ();

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GramApplicationForm) form = fill ();
      g_autoptr (GramRefusal) refusal = NULL;
      const char *before = form->values[values[i].field];
      gboolean taken = gram_application_form_set (form, values[i].field, values[i].typed, &refusal);

      g_test_message ("%s, row %zu", rows[values[i].field].name, i);
      g_assert_true (taken == (values[i].kept != NULL));
      g_assert_true (taken == (refusal == NULL));
      if (taken)
        {
          g_assert_cmpstr (form->values[values[i].field], ==, values[i].kept);
          continue;
        }
      g_assert_true (form->values[values[i].field] == before);
      g_assert_cmpstr (refusal->id, ==, "application.value");
      g_assert_true (g_str_has_prefix (refusal->message, rows[values[i].field].title));
      g_assert_false (g_str_has_suffix (refusal->message, "."));
    }
}

static void
test_too_long (void)
{
  g_autoptr (GramApplicationForm) form = gram_application_form_new ();
  g_autofree char *longest = g_strnfill (200, 'a');
  g_autofree char *longer = g_strnfill (201, 'a');

  g_assert_true (gram_application_form_set (form, GRAM_APPLICATION_CONTACT, longest, NULL));
  g_assert_false (gram_application_form_set (form, GRAM_APPLICATION_CONTACT, longer, NULL));
  g_assert_true (gram_application_form_set (form, GRAM_APPLICATION_MAKES, longer, NULL));
}

/* What is written is what was read, each value of its own type. */
static void
test_round_trip (void)
{
  g_autoptr (GramApplicationForm) form = fill ();
  g_autoptr (GVariant) written = g_variant_ref_sink (gram_application_form_write (form));
  g_autoptr (GramApplicationForm) again = gram_application_form_read (written, NULL);
  g_autoptr (GramApplicationForm) empty = gram_application_form_new ();
  g_autoptr (GVariant) nothing = g_variant_ref_sink (gram_application_form_write (empty));
  gint64 quantity = 0;
  gboolean insolvency = TRUE;

  g_assert_nonnull (again);
  for (int i = 0; i < GRAM_APPLICATION_FIELD_N; i++)
    g_assert_cmpstr (again->values[i], ==, form->values[i]);
  g_assert_true (g_variant_lookup (written, "quantity", "x", &quantity));
  g_assert_cmpint (quantity, ==, 1200);
  g_assert_true (g_variant_lookup (written, "insolvency", "b", &insolvency));
  g_assert_false (insolvency);
  g_assert_false (g_variant_lookup (written, "insolvency-details", "s", NULL));
  g_assert_cmpuint (g_variant_n_children (nothing), ==, 0);
}

/* A draft may lack anything; what is there has to be right, and of the right type. Other keys do not count. */
static const struct
{
  const char *dictionary;
  const char *title;
} drafts[] = {
  { "@a{sv} {}", NULL },
  { "{'account': <'10000009'>, 'version': <int64 3>}", NULL },
  { "{'quantity': <int64 12>, 'declares-true': <false>}", NULL },
  { "{'quantity': <'12'>, 'insolvency': <'yes'>}", NULL },
  { "{'quantity': <int64 0>}", "Vehicles in a year" },
  { "{'quantity': <12.0>}", "Vehicles in a year" },
  { "{'contact': <int64 12>}", "Contact" },
  { "{'declares-true': <int64 1>}", "True and complete" },
  { "{'forecast': <int64 100>}", "Forecast of charges, NZD" },
  { "{'email': <'nobody'>}", "E-mail address" },
};

static void
test_drafts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) dictionary
          = g_variant_parse (G_VARIANT_TYPE_VARDICT, drafts[i].dictionary, NULL, NULL, &error);
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GramApplicationForm) form = NULL;

      g_assert_no_error (error);
      form = gram_application_form_read (dictionary, &refusal);
      g_assert_true ((form != NULL) == (drafts[i].title == NULL));
      g_assert_true ((form != NULL) == (refusal == NULL));
      if (refusal != NULL)
        g_assert_true (g_str_has_prefix (refusal->message, drafts[i].title));
    }
}

/* Reg 20: each field that is taken away, and each declaration that is not made, keeps it from being submitted. */
static void
test_submit (void)
{
  const GramApplicationRow *rows = gram_application_fields ();
  g_autoptr (GramApplicationForm) complete = fill ();

  g_assert_true (gram_application_form_check_submit (complete, NULL, NULL));

  for (int i = 0; i < GRAM_APPLICATION_FIELD_N; i++)
    {
      g_autoptr (GramApplicationForm) form = fill ();
      g_autoptr (GramRefusal) refusal = NULL;
      GramApplicationField field = GRAM_APPLICATION_CONTACT;
      gboolean declaration = rows[i].kind == GRAM_APPLICATION_DECLARATION;

      g_assert_true (gram_application_form_set (form, (GramApplicationField)i,
                                                declaration ? "no" : NULL, NULL));
      if (!rows[i].required)
        {
          g_assert_true (gram_application_form_check_submit (form, NULL, NULL));
          continue;
        }
      g_assert_false (gram_application_form_check_submit (form, &field, &refusal));
      g_assert_cmpint (field, ==, i);
      g_assert_cmpstr (refusal->id, ==,
                       declaration ? "application.not-declared" : "application.missing");
      g_assert_nonnull (strstr (refusal->message, rows[i].title));
      g_assert_cmpstr (refusal->article, ==, rows[i].article);
    }
}

/* Reg 20: an insolvency has to be told in detail. */
static void
test_insolvency (void)
{
  g_autoptr (GramApplicationForm) form = fill ();
  GramApplicationField field = GRAM_APPLICATION_CONTACT;

  g_assert_true (gram_application_form_set (form, GRAM_APPLICATION_INSOLVENCY, "yes", NULL));
  g_assert_false (gram_application_form_check_submit (form, &field, NULL));
  g_assert_cmpint (field, ==, GRAM_APPLICATION_INSOLVENCY_DETAILS);
  g_assert_true (gram_application_form_set (form, GRAM_APPLICATION_INSOLVENCY_DETAILS,
                                            "A related company, wound up in 2021", NULL));
  g_assert_true (gram_application_form_check_submit (form, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/application-form/rows", test_rows);
  g_test_add_func ("/application-form/values", test_values);
  g_test_add_func ("/application-form/too-long", test_too_long);
  g_test_add_func ("/application-form/round-trip", test_round_trip);
  g_test_add_func ("/application-form/drafts", test_drafts);
  g_test_add_func ("/application-form/submit", test_submit);
  g_test_add_func ("/application-form/insolvency", test_insolvency);

  return g_test_run ();
}
