/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-application-form.h"

#include "gram-decimal.h"
#include "gram-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DATA "CCS facts §3; NZTA, Fleet Average privacy policy"
#define DECLARATIONS "SL 2022/285 reg 20"
#define BUSINESS "LTA 1998 s 172"
#define TRUTH "LTA 1998 s 196"

#define MAX_LINE 200
#define MAX_LIST 1000
#define MAX_VEHICLES 1000000
#define MAX_MASS_KG 100000
#define MAX_CENTS G_GINT64_CONSTANT (100000000000)
#define MIN_PHONE_DIGITS 6

static const GramApplicationRow rows[GRAM_APPLICATION_FIELD_N] = {
  { GRAM_APPLICATION_CONTACT, "contact", "s", GRAM_APPLICATION_TEXT, N_ ("Contact"),
    N_ ("Who answers questions about the application."), DATA, TRUE, MAX_LINE },
  { GRAM_APPLICATION_EMAIL, "email", "s", GRAM_APPLICATION_ADDRESS, N_ ("E-mail address"),
    N_ ("Where questions and the decision go."), DATA, TRUE, MAX_LINE },
  { GRAM_APPLICATION_PHONE, "phone", "s", GRAM_APPLICATION_NUMBER_OF_PHONE, N_ ("Telephone"),
    N_ ("With the area or country code."), DATA, FALSE, 40 },
  { GRAM_APPLICATION_QUANTITY, "quantity", "x", GRAM_APPLICATION_COUNT, N_ ("Vehicles in a year"),
    N_ ("How many vehicles you expect to accept in a year."), DATA, TRUE, MAX_VEHICLES },
  { GRAM_APPLICATION_MAKES, "makes", "s", GRAM_APPLICATION_TEXT, N_ ("Makes"),
    N_ ("The makes that you import."), DATA, TRUE, MAX_LIST },
  { GRAM_APPLICATION_MODELS, "models", "s", GRAM_APPLICATION_TEXT, N_ ("Models"),
    N_ ("The models that you import most."), DATA, TRUE, MAX_LIST },
  { GRAM_APPLICATION_FUELS, "fuels", "s", GRAM_APPLICATION_TEXT, N_ ("Fuels"),
    N_ ("The fuels and motive powers of these vehicles."), DATA, TRUE, MAX_LIST },
  { GRAM_APPLICATION_AVERAGE_MASS, "average-mass", "x", GRAM_APPLICATION_COUNT,
    N_ ("Average weight, kg"), N_ ("The average weight of these vehicles."), DATA, TRUE,
    MAX_MASS_KG },
  { GRAM_APPLICATION_BANK_ACCOUNT, "bank-account", "s", GRAM_APPLICATION_BANK, N_ ("Bank account"),
    N_ ("For the invoice and the direct debit after the end of the year."), DATA, TRUE, MAX_LINE },
  { GRAM_APPLICATION_FORECAST, "forecast", "s", GRAM_APPLICATION_MONEY,
    N_ ("Forecast of charges, NZD"), N_ ("The charges that you expect to owe for a year."),
    "SL 2022/285, charges likely to be owed", TRUE, MAX_CENTS },
  { GRAM_APPLICATION_RELATED_PARTIES, "related-parties", "s", GRAM_APPLICATION_TEXT,
    N_ ("Related parties"),
    N_ ("Companies and people behind the importer; “none” if there are none."), DECLARATIONS, TRUE,
    MAX_LIST },
  { GRAM_APPLICATION_INSOLVENCY, "insolvency", "b", GRAM_APPLICATION_QUESTION, N_ ("Insolvency"),
    N_ ("Is the importer or a related party in an insolvency process, or was it in one?"),
    DECLARATIONS, TRUE, 0 },
  { GRAM_APPLICATION_INSOLVENCY_DETAILS, "insolvency-details", "s", GRAM_APPLICATION_TEXT,
    N_ ("Details of the insolvency"), N_ ("Who, when, and how it ended."), DECLARATIONS, FALSE,
    MAX_LIST },
  { GRAM_APPLICATION_DECLARES_BUSINESS, "declares-business", "b", GRAM_APPLICATION_DECLARATION,
    N_ ("Business of importing"),
    N_ ("The importer carries on a business of importing light vehicles."), BUSINESS, TRUE, 0 },
  { GRAM_APPLICATION_DECLARES_RELATED, "declares-related", "b", GRAM_APPLICATION_DECLARATION,
    N_ ("Related parties included"),
    N_ ("What is said here is said for the importer and for every related party."), DECLARATIONS,
    TRUE, 0 },
  { GRAM_APPLICATION_DECLARES_TRUE, "declares-true", "b", GRAM_APPLICATION_DECLARATION,
    N_ ("True and complete"),
    N_ ("I may speak for the importer, and everything here is true and complete. False information "
        "is an offence."),
    TRUTH, TRUE, 0 },
};

const GramApplicationRow *
gram_application_fields (void)
{
  return rows;
}

GramApplicationForm *
gram_application_form_new (void)
{
  return g_new0 (GramApplicationForm, 1);
}

void
gram_application_form_free (GramApplicationForm *self)
{
  if (self == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (self->values); i++)
    g_free (self->values[i]);
  g_free (self);
}

static gboolean
refuse_value (const GramApplicationRow *row, GramRefusal **refusal, const char *problem)
{
  /* Translators: the first %s names a field of a form, the second says what is wrong with it */
  return gram_refuse (refusal, "application.value", row->article, _ ("%s: %s"), _ (row->title),
                      problem);
}

static gboolean
read_text (const GramApplicationRow *row, const char *text, char **value, GramRefusal **refusal)
{
  *value = g_strdup (text);
  return TRUE;
}

/* One @, something before it, a name with a dot behind it, and no blank; mail tells the rest. */
static gboolean
read_address (const GramApplicationRow *row, const char *text, char **value, GramRefusal **refusal)
{
  const char *at = strchr (text, '@');
  const char *dot = at != NULL ? strchr (at + 1, '.') : NULL;

  if (at == NULL || at == text || strchr (at + 1, '@') != NULL || dot == NULL || dot == at + 1
      || dot[1] == '\0' || strpbrk (text, " \t,;<>") != NULL)
    return refuse_value (row, refusal, _ ("write an e-mail address, such as name@example.org"));

  *value = g_strdup (text);
  return TRUE;
}

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isdigit (*at))
      n++;

  return n;
}

static gboolean
read_phone (const GramApplicationRow *row, const char *text, char **value, GramRefusal **refusal)
{
  if (text[strspn (text, "+0123456789 ()-/.")] != '\0' || count_digits (text) < MIN_PHONE_DIGITS)
    return refuse_value (row, refusal, _ ("write a telephone number, such as +64 9 555 0100"));

  *value = g_strdup (text);
  return TRUE;
}

static gboolean
read_count (const GramApplicationRow *row, const char *text, char **value, GramRefusal **refusal)
{
  gint64 number;
  char buffer[GRAM_DECIMAL_BUFFER];
  g_autofree char *problem = NULL;

  if (gram_decimal_parse (text, 0, &number, NULL) && number >= 1 && number <= row->max)
    {
      *value = g_strdup (gram_decimal_print (buffer, number, 0, 0));
      return TRUE;
    }

  /* Translators: %s is the largest number */
  problem = g_strdup_printf (_ ("write a whole number from 1 to %s, without separators"),
                             gram_decimal_print (buffer, row->max, 0, 0));
  return refuse_value (row, refusal, problem);
}

static gboolean
read_money (const GramApplicationRow *row, const char *text, char **value, GramRefusal **refusal)
{
  gint64 cents;
  char buffer[GRAM_DECIMAL_BUFFER];

  if (!gram_decimal_parse (text, GRAM_DECIMAL_SCALE_MONEY, &cents, NULL) || cents < 0
      || cents > row->max)
    return refuse_value (row, refusal,
                         _ ("write an amount with at most two decimals, such as 125000.50"));

  *value = g_strdup (
      gram_decimal_print (buffer, cents, GRAM_DECIMAL_SCALE_MONEY, GRAM_DECIMAL_SCALE_MONEY));
  return TRUE;
}

/* Bank, branch, account and suffix of a New Zealand account: 2, 4, 7 and 2 or 3 digits. */
static gboolean
read_bank (const GramApplicationRow *row, const char *text, char **value, GramRefusal **refusal)
{
  guint n_digits = count_digits (text);
  GString *plain;

  if (text[strspn (text, "0123456789 -")] != '\0' || (n_digits != 15 && n_digits != 16))
    return refuse_value (row, refusal,
                         _ ("write the 15 or 16 digits of a bank account, such as "
                            "01-0123-0456789-00"));

  plain = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isdigit (*at))
        continue;
      if (plain->len == 2 || plain->len == 7 || plain->len == 15)
        g_string_append_c (plain, '-');
      g_string_append_c (plain, *at);
    }
  *value = g_string_free_and_steal (plain);
  return TRUE;
}

static gboolean
read_yes_no (const GramApplicationRow *row, const char *text, char **value, GramRefusal **refusal)
{
  if (!g_str_equal (text, "yes") && !g_str_equal (text, "no"))
    return refuse_value (row, refusal, _ ("answer yes or no"));

  *value = g_strdup (text);
  return TRUE;
}

typedef gboolean (*ReadFunc) (const GramApplicationRow *row,
                              const char *text,
                              char **value,
                              GramRefusal **refusal);

static const ReadFunc readers[] = {
  [GRAM_APPLICATION_TEXT] = read_text,
  [GRAM_APPLICATION_ADDRESS] = read_address,
  [GRAM_APPLICATION_NUMBER_OF_PHONE] = read_phone,
  [GRAM_APPLICATION_COUNT] = read_count,
  [GRAM_APPLICATION_MONEY] = read_money,
  [GRAM_APPLICATION_BANK] = read_bank,
  [GRAM_APPLICATION_QUESTION] = read_yes_no,
  [GRAM_APPLICATION_DECLARATION] = read_yes_no,
};

gboolean
gram_application_form_set (GramApplicationForm *self,
                           GramApplicationField field,
                           const char *text,
                           GramRefusal **refusal)
{
  const GramApplicationRow *row;
  g_autofree char *stripped = NULL;
  char *value = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint)field < GRAM_APPLICATION_FIELD_N, FALSE);

  row = &rows[field];
  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return refuse_value (row, refusal, _ ("this is not text; write it again"));

  stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (_gram_has_control (stripped, "\n\t"))
    return refuse_value (row, refusal, _ ("there is a character that cannot be shown; remove it"));
  if (g_str_equal (row->type, "s") && row->kind != GRAM_APPLICATION_MONEY
      && g_utf8_strlen (stripped, -1) > row->max)
    return refuse_value (row, refusal, _ ("this is too long; shorten it"));
  if (*stripped != '\0' && !readers[row->kind](row, stripped, &value, refusal))
    return FALSE;

  g_free (self->values[field]);
  self->values[field] = value;
  return TRUE;
}

/* A value of the field's own type as the text that somebody would type; a number and a yes or no also pass as a text. */
static char *
text_of (const GramApplicationRow *row, GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);
  if (*row->type == 'x' && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return gram_decimal_format (g_variant_get_int64 (value), 0, 0);
  if (*row->type == 'b' && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_strdup (g_variant_get_boolean (value) ? "yes" : "no");

  return NULL;
}

GramApplicationForm *
gram_application_form_read (GVariant *dictionary, GramRefusal **refusal)
{
  g_autoptr (GramApplicationForm) self = gram_application_form_new ();

  g_return_val_if_fail (dictionary != NULL, NULL);
  g_return_val_if_fail (g_variant_is_of_type (dictionary, G_VARIANT_TYPE_VARDICT), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GVariant) value = g_variant_lookup_value (dictionary, rows[i].name, NULL);
      g_autofree char *text = NULL;

      if (value == NULL)
        continue;
      text = text_of (&rows[i], value);
      if (text == NULL)
        {
          refuse_value (&rows[i], refusal, _ ("this is a value of another type; write it again"));
          return NULL;
        }
      if (!gram_application_form_set (self, rows[i].field, text, refusal))
        return NULL;
    }

  return g_steal_pointer (&self);
}

GVariant *
gram_application_form_write (const GramApplicationForm *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *value = self->values[i];
      gint64 number = 0;

      if (value == NULL)
        continue;
      if (*rows[i].type == 'b')
        g_variant_dict_insert (&dict, rows[i].name, "b", g_str_equal (value, "yes"));
      else if (*rows[i].type == 'x' && gram_decimal_parse (value, 0, &number, NULL))
        g_variant_dict_insert (&dict, rows[i].name, "x", number);
      else
        g_variant_dict_insert (&dict, rows[i].name, "s", value);
    }

  return g_variant_dict_end (&dict);
}

/* Whether a field has to be filled in, given the others. */
static gboolean
is_needed (const GramApplicationForm *self, const GramApplicationRow *row)
{
  if (row->field == GRAM_APPLICATION_INSOLVENCY_DETAILS)
    return g_strcmp0 (self->values[GRAM_APPLICATION_INSOLVENCY], "yes") == 0;

  return row->required;
}

gboolean
gram_application_form_check_field (const GramApplicationForm *self,
                                   GramApplicationField field,
                                   GramRefusal **refusal)
{
  const GramApplicationRow *row;
  const char *value;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint)field < GRAM_APPLICATION_FIELD_N, FALSE);

  row = &rows[field];
  value = self->values[field];
  if (row->kind == GRAM_APPLICATION_DECLARATION && g_strcmp0 (value, "yes") != 0)
    return gram_refuse (refusal, "application.not-declared", row->article,
                        /* Translators: %s names a declaration */
                        _ ("“%s” has to be declared before the application can be submitted"),
                        _ (row->title));
  if (value == NULL && is_needed (self, row))
    return gram_refuse (refusal, "application.missing", row->article,
                        /* Translators: %s names a field of a form */
                        _ ("“%s” has to be filled in before the application can be submitted"),
                        _ (row->title));

  return TRUE;
}

gboolean
gram_application_form_check_submit (const GramApplicationForm *self,
                                    GramApplicationField *field,
                                    GramRefusal **refusal)
{
  for (int i = 0; i < GRAM_APPLICATION_FIELD_N; i++)
    if (!gram_application_form_check_field (self, (GramApplicationField)i, refusal))
      {
        if (field != NULL)
          *field = (GramApplicationField)i;
        return FALSE;
      }

  return TRUE;
}
