/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dispute-form.h"

#include <string.h>

#define VALUE GRAM_DISPUTE_VALUE
#define NOT_OURS GRAM_DISPUTE_NOT_OURS
#define MISSING GRAM_DISPUTE_MISSING
#define USED GRAM_ACCOUNT_CCS_USED
#define CCTS GRAM_ACCOUNT_CCTS

#define ACCOUNT "10000016"
#define OTHER "10000024"

static GramDate
today (void)
{
  return gram_date_make (2026, 11, 22);
}

static GramDisputeForm *
form_of (GramDisputeKind kind, const char *text, GramRefusal **refusal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) dictionary
      = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, &error);

  g_assert_no_error (error);
  return gram_dispute_form_read (kind, dictionary, refusal);
}

/* Facts §9.4: the three kinds, what each needs, and what is said where it is not right. */
static const struct
{
  GramDisputeKind kind;
  GramAccountKind account;
  const char *arguments;
  const char *id;
  const char *says;
} forms[] = {
  { VALUE, USED, "{'field': <'co2'>, 'claimed': <' 98.50 '>, 'reason': <'JC08 certificate'>}", NULL,
    NULL },
  { VALUE, USED, "{'field': <'co2'>, 'claimed': <'98.5'>, 'reason': <'  '>}", "dispute.missing",
    "“Reason” has to be filled in" },
  { VALUE, USED, "{'claimed': <'98.5'>, 'reason': <'R'>}", "dispute.missing",
    "“Field” has to be filled in" },
  { VALUE, USED, "{'field': <'co2'>, 'reason': <'R'>}", "dispute.missing",
    "“Right value” has to be filled in" },
  { VALUE, USED, "{'field': <'co2'>, 'claimed': <'many'>, 'reason': <'R'>}", "vehicle.field-value",
    "CO₂ value: " },
  { VALUE, USED, "{'field': <'colour'>, 'claimed': <'red'>, 'reason': <'R'>}",
    "dispute.field-unknown", "no field “colour”" },
  { VALUE, USED, "{'field': <'register_key'>, 'claimed': <'a'>, 'reason': <'R'>}",
    "dispute.field-unknown", "register_key" },
  { VALUE, USED, "{'field': <'saving'>, 'claimed': <'1'>, 'reason': <'R'>}",
    "dispute.field-unknown", "saving" },
  { VALUE, CCTS, "{'field': <'saving'>, 'claimed': <'1'>, 'reason': <'R'>}", NULL, NULL },
  { VALUE, CCTS, "{'field': <'type'>, 'claimed': <'A'>, 'reason': <'R'>}", "dispute.field-unknown",
    "type" },
  { VALUE, USED, "{'field': <'vin'>, 'claimed': <'7AT0DH123X123456O'>, 'reason': <'R'>}",
    "vehicle.field-value", "VIN: " },
  { VALUE, USED,
    "{'field': <'co2'>, 'claimed': <'98.5'>, 'reason': <'R'>, 'right-account': <'10000024'>}",
    "dispute.not-for-kind", "“Right account” does not belong to “A value is wrong”; leave it out" },
  { VALUE, USED,
    "{'field': <'co2'>, 'claimed': <'98.5'>, 'reason': <'R'>, 'details': <{'make': <'Toyota'>}>}",
    "dispute.not-for-kind", "“Details”" },
  { VALUE, USED, "{'field': <'co2'>, 'claimed': <'98.5'>, 'reason': <'a\\u0007b'>}",
    "dispute.value", "Reason: there is a character that cannot be shown" },
  { VALUE, USED, "{'field': <'co2'>, 'claimed': <'98.5'>, 'reason': <5>}", "dispute.value",
    "Reason: this is a value of another type" },
  { NOT_OURS, USED, "{'reason': <'Sold before it was landed'>}", NULL, NULL },
  { NOT_OURS, USED, "{'reason': <'R'>, 'right-account': <' 1000 0024 '>}", NULL, NULL },
  { NOT_OURS, USED, "{'reason': <'R'>, 'right-account': <''>}", NULL, NULL },
  { NOT_OURS, USED, "{'right-account': <'10000024'>}", "dispute.missing", "“Reason”" },
  { NOT_OURS, USED, "{'reason': <'R'>, 'right-account': <'10000025'>}", "dispute.right-account",
    "Right account: " },
  { NOT_OURS, USED, "{'reason': <'R'>, 'right-account': <'" ACCOUNT "'>}", "dispute.same-account",
    "name another one or none" },
  { NOT_OURS, USED, "{'reason': <'R'>, 'field': <'co2'>}", "dispute.not-for-kind", "“Field”" },
  { MISSING, USED, "{'reason': <'On the invoice'>, 'chassis': <'zvw30-1234567'>}", NULL, NULL },
  { MISSING, USED, "{'reason': <'R'>, 'vin': <'1M8GDM9AXKP042788'>, 'chassis': <'ZVW30-1234567'>}",
    NULL, NULL },
  { MISSING, USED, "{'reason': <'R'>}", "dispute.identifier", "VIN or the chassis number" },
  { MISSING, USED, "{'reason': <'R'>, 'vin': <'ZVW30-1234567'>}", "dispute.identifier",
    "VIN: a VIN has 17 characters" },
  { MISSING, USED, "{'reason': <'R'>, 'chassis': <'x'>}", "dispute.identifier",
    "Chassis number: " },
  { MISSING, USED,
    "{'reason': <'R'>, 'vin': <'1M8GDM9AXKP042788'>, 'details': <{'make': <'Toyota'>, 'co2': "
    "<'98.50'>}>}",
    NULL, NULL },
  { MISSING, USED, "{'reason': <'R'>, 'vin': <'1M8GDM9AXKP042788'>, 'details': <{'co2': <'-1'>}>}",
    "vehicle.field-value", "CO₂ value: " },
  { MISSING, USED,
    "{'reason': <'R'>, 'vin': <'1M8GDM9AXKP042788'>, 'details': <{'vin': <'1M8GDM9AXKP042788'>}>}",
    "dispute.field-unknown", "“VIN”" },
  { MISSING, USED,
    "{'reason': <'R'>, 'vin': <'1M8GDM9AXKP042788'>, 'details': <{'saving': <'1'>}>}",
    "dispute.field-unknown", "“Eco-innovation savings”" },
  { MISSING, USED, "{'reason': <'R'>, 'details': <{'colour': <'red'>}>}", "dispute.value",
    "colour: there is no such field" },
  { MISSING, USED, "{'reason': <'R'>, 'details': <{'make': <7>}>}", "dispute.value",
    "Make: this is a value of another type" },
  { MISSING, USED, "{'reason': <'R'>, 'details': <'Toyota'>}", "dispute.value", "Details: " },
};

static void
test_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;
      g_autoptr (GramDisputeForm) form = form_of (forms[i].kind, forms[i].arguments, &refusal);
      gboolean good
          = form != NULL
            && gram_dispute_form_check (form, forms[i].account, ACCOUNT, today (), &refusal);

      g_test_message ("%s", forms[i].arguments);
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, forms[i].id);
      g_assert_true (good == (forms[i].id == NULL));
      if (!good)
        {
          g_assert_nonnull (strstr (refusal->message, forms[i].says));
          g_assert_nonnull (refusal->article);
          continue;
        }
      /* What was checked stays right. */
      g_assert_true (gram_dispute_form_check (form, forms[i].account, ACCOUNT, today (), NULL));
    }
}

/* Values become canonical, empty ones none. */
static void
test_canonical (void)
{
  g_autoptr (GramDisputeForm) value
      = form_of (VALUE, "{'field': <'co2'>, 'claimed': <' 98.50 '>, 'reason': <' a\\r\\nb\\r '>}",
                 NULL);
  g_autoptr (GramDisputeForm) ours
      = form_of (NOT_OURS, "{'reason': <'R'>, 'right-account': <' 1000-0024 '>}", NULL);
  g_autoptr (GramDisputeForm) missing = form_of (
      MISSING,
      "{'reason': <'R'>, 'chassis': <'zvw30-1234567'>, 'vin': <' '>,"
      " 'details': <{'co2': <'98.50'>, 'make': <'Toyota'>, 'fuel': <''>}>, 'account': <7>}",
      NULL);
  g_autoptr (GVariant) details = NULL;
  g_autofree char *printed = NULL;

  g_assert_true (gram_dispute_form_check (value, USED, ACCOUNT, today (), NULL));
  g_assert_cmpstr (value->claimed, ==, "98.5");
  g_assert_cmpstr (value->reason, ==, "a\nb");
  g_assert_true (gram_dispute_form_check (ours, USED, ACCOUNT, today (), NULL));
  g_assert_cmpstr (ours->right_account, ==, OTHER);
  g_assert_true (gram_dispute_form_check (missing, USED, ACCOUNT, today (), NULL));
  g_assert_cmpstr (missing->chassis, ==, "ZVW30-1234567");
  g_assert_null (missing->vin);
  details = gram_dispute_form_dup_details (missing);
  printed = g_variant_print (details, FALSE);
  g_assert_cmpstr (printed, ==, "{'make': 'Toyota', 'co2': '98.5'}");
}

/* Lengths are counted in characters; one more than the most is refused with the number. */
static void
test_lengths (void)
{
  gsize n = 0;
  const GramDisputeRow *rows = gram_dispute_form_rows (&n);

  for (gsize i = 0; i < n; i++)
    {
      GramDisputeKind kind = (rows[i].kinds & (1u << VALUE)) != 0      ? VALUE
                             : (rows[i].kinds & (1u << NOT_OURS)) != 0 ? NOT_OURS
                                                                       : MISSING;
      g_autoptr (GramDisputeForm) form = gram_dispute_form_new (kind);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GramRefusal) refusal = NULL;
      char **place = &G_STRUCT_MEMBER (char *, form, rows[i].offset);

      for (int j = 0; j <= rows[i].max; j++)
        g_string_append (text, "é");
      g_set_str (&form->field, "make");
      g_set_str (&form->claimed, "x");
      g_set_str (&form->reason, "R");
      g_set_str (place, text->str);
      if (kind != VALUE)
        {
          g_clear_pointer (&form->field, g_free);
          g_clear_pointer (&form->claimed, g_free);
        }
      g_assert_false (gram_dispute_form_check (form, USED, ACCOUNT, today (), &refusal));
      g_assert_cmpstr (refusal->id, ==, "dispute.too-long");
      g_assert_nonnull (strstr (refusal->message, rows[i].title));
    }
}

static void
test_text (void)
{
  g_autofree char *text = gram_dispute_check_text (" a\r\nb ", "Message", 3, NULL);
  g_autoptr (GramRefusal) empty = NULL;
  g_autoptr (GramRefusal) bad = NULL;
  g_autoptr (GramRefusal) too_long = NULL;

  g_assert_cmpstr (text, ==, "a\nb");
  g_assert_null (gram_dispute_check_text (NULL, "Message", 3, &empty));
  g_assert_cmpstr (empty->id, ==, "dispute.missing");
  g_assert_null (gram_dispute_check_text ("\377", "Message", 3, &bad));
  g_assert_cmpstr (bad->id, ==, "dispute.value");
  g_assert_null (gram_dispute_check_text ("abcd", "Message", 3, &too_long));
  g_assert_cmpstr (too_long->message, ==, "Message: write 3 characters at most");
}

/* The claimed value has to be another one than the record's; the sentence names vehicle and value. */
static void
test_vehicle (void)
{
  g_autoptr (GramVehicleRecord) record = gram_vehicle_record_new ();
  g_autoptr (GramDisputeForm) same = gram_dispute_form_new (VALUE);
  g_autoptr (GramDisputeForm) other = gram_dispute_form_new (VALUE);
  g_autoptr (GramDisputeForm) dash = gram_dispute_form_new (VALUE);
  g_autoptr (GramDisputeForm) ours = gram_dispute_form_new (NOT_OURS);
  g_autoptr (GramRefusal) refusal = NULL;

  g_set_str (&record->label, "ZVW30-1234567");
  record->chassis = g_strdup ("ZVW30-1234567");
  record->co2_micro = 98500000;
  g_set_str (&same->field, "co2");
  g_set_str (&same->claimed, "98.5");
  g_set_str (&other->field, "co2");
  g_set_str (&other->claimed, "98.6");
  g_set_str (&dash->field, "chassis");
  g_set_str (&dash->claimed, "ZVW301234567");
  g_assert_false (gram_dispute_form_check_vehicle (same, record, &refusal));
  g_assert_cmpstr (refusal->id, ==, "dispute.not-different");
  g_assert_cmpstr (
      refusal->message, ==,
      "CO₂ value of ZVW30-1234567 is 98.5 g/km already; say what it should be instead");
  g_assert_true (gram_dispute_form_check_vehicle (other, record, NULL));
  g_assert_false (gram_dispute_form_check_vehicle (dash, record, NULL));
  g_assert_true (gram_dispute_form_check_vehicle (ours, record, NULL));
}

/* Source text: only before acceptance; facts §9.4: a flag over the status, one at a time. */
static const struct
{
  gboolean correction;
  GramVehicleStatus status;
  GramAttention attention;
  const char *id;
} statuses[] = {
  { FALSE, GRAM_VEHICLE_ENTERED, GRAM_ATTENTION_NONE, NULL },
  { FALSE, GRAM_VEHICLE_ENTERED, GRAM_ATTENTION_INCOMPLETE, NULL },
  { FALSE, GRAM_VEHICLE_READY, GRAM_ATTENTION_NONE, NULL },
  { FALSE, GRAM_VEHICLE_READY, GRAM_ATTENTION_DISPUTED, "dispute.already" },
  { FALSE, GRAM_VEHICLE_ACCEPTED, GRAM_ATTENTION_NONE, "dispute.accepted" },
  { FALSE, GRAM_VEHICLE_ACCEPTED, GRAM_ATTENTION_DISPUTED, "dispute.accepted" },
  { TRUE, GRAM_VEHICLE_ENTERED, GRAM_ATTENTION_NONE, "correction.not-accepted" },
  { TRUE, GRAM_VEHICLE_READY, GRAM_ATTENTION_DISPUTED, "correction.not-accepted" },
  { TRUE, GRAM_VEHICLE_ACCEPTED, GRAM_ATTENTION_NONE, NULL },
  { TRUE, GRAM_VEHICLE_ACCEPTED, GRAM_ATTENTION_DISPUTED, NULL },
};

static void
test_status (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_true (gram_dispute_check_status (statuses[i].correction, statuses[i].status,
                                                statuses[i].attention, &refusal)
                     == (statuses[i].id == NULL));
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, statuses[i].id);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dispute-form/forms", test_forms);
  g_test_add_func ("/dispute-form/canonical", test_canonical);
  g_test_add_func ("/dispute-form/lengths", test_lengths);
  g_test_add_func ("/dispute-form/text", test_text);
  g_test_add_func ("/dispute-form/vehicle", test_vehicle);
  g_test_add_func ("/dispute-form/status", test_status);

  return g_test_run ();
}
