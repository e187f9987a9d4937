/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-practice-data.h"

#include "gram-decimal.h"
#include "gram-rulebooks.h"
#include "gram-table-reader.h"

#include <glib/gi18n-lib.h>

#define PRACTICE_PATH "/io/github/gramledger/Gram/practice/"

/* How a column is read into its field. */
typedef enum
{
  TEXT,
  NUMBER,
  TENTHS,
} ColumnKind;

typedef struct
{
  const char *name;
  ColumnKind kind;
  gsize offset;
} Column;

#define PERSON(member) G_STRUCT_OFFSET (GramPracticePerson, member)
#define ACCOUNT(member) G_STRUCT_OFFSET (GramPracticeAccount, member)
#define MODEL(member) G_STRUCT_OFFSET (GramPracticeModel, member)
#define DELIVERY(member) G_STRUCT_OFFSET (GramPracticeDelivery, member)
#define STEP(member) G_STRUCT_OFFSET (GramPracticeStep, member)

static const Column person_columns[] = {
  { "email", TEXT, PERSON (email) },
  { "name", TEXT, PERSON (name) },
  { "role", TEXT, PERSON (role) },
};

static const Column account_columns[] = {
  { "fleet", TEXT, ACCOUNT (fleet) },
  { "kind", TEXT, ACCOUNT (kind) },
  { "holder", TEXT, ACCOUNT (holder) },
  { "contact_name", TEXT, ACCOUNT (contact_name) },
  { "contact_email", TEXT, ACCOUNT (contact_email) },
  { "contact_phone", TEXT, ACCOUNT (contact_phone) },
  { "address", TEXT, ACCOUNT (address) },
  { "owner", TEXT, ACCOUNT (owner) },
  { "switches", TEXT, ACCOUNT (switches) },
  { "vehicles", NUMBER, ACCOUNT (vehicles) },
};

static const Column model_columns[] = {
  { "fleet", TEXT, MODEL (fleet) },
  { "make", TEXT, MODEL (make) },
  { "model", TEXT, MODEL (model) },
  { "variant", TEXT, MODEL (variant) },
  { "class", TEXT, MODEL (vehicle_class) },
  { "type", TEXT, MODEL (type) },
  { "fuel", TEXT, MODEL (fuel) },
  { "engine_cc", NUMBER, MODEL (engine_cc) },
  { "mass_kg", NUMBER, MODEL (mass_kg) },
  { "co2_g_km", TENTHS, MODEL (co2_tenths) },
  { "spread", NUMBER, MODEL (spread_tenths) },
  { "code", TEXT, MODEL (code) },
  { "digits", NUMBER, MODEL (digits) },
  { "share", NUMBER, MODEL (share) },
};

static const Column delivery_columns[] = {
  { "day", TEXT, DELIVERY (day) },
  { "share_permille", NUMBER, DELIVERY (share_permille) },
  { "ready_permille", NUMBER, DELIVERY (ready_permille) },
  { "registered_from", TEXT, DELIVERY (registered_from) },
  { "registered_to", TEXT, DELIVERY (registered_to) },
};

static const Column step_columns[] = {
  { "day", TEXT, STEP (day) },     { "email", TEXT, STEP (email) },
  { "fleet", TEXT, STEP (fleet) }, { "command", TEXT, STEP (command) },
  { "keep", TEXT, STEP (keep) },   { "arguments", TEXT, STEP (arguments) },
};

/* One of the five tables. */
typedef struct
{
  const char *file;
  const Column *columns;
  gsize n_columns;
  gsize size;
} Table;

static const Table persons
    = { "persons.csv", person_columns, G_N_ELEMENTS (person_columns), sizeof (GramPracticePerson) };
static const Table accounts = { "accounts.csv", account_columns, G_N_ELEMENTS (account_columns),
                                sizeof (GramPracticeAccount) };
static const Table models
    = { "models.csv", model_columns, G_N_ELEMENTS (model_columns), sizeof (GramPracticeModel) };
static const Table deliveries = { "deliveries.csv", delivery_columns,
                                  G_N_ELEMENTS (delivery_columns), sizeof (GramPracticeDelivery) };

static const Table life
    = { "life.csv", step_columns, G_N_ELEMENTS (step_columns), sizeof (GramPracticeStep) };

static gboolean
read_field (const Column *column, const char *text, gpointer record, GError **error)
{
  gpointer field = G_STRUCT_MEMBER_P (record, column->offset);
  gint64 number;

  switch (column->kind)
    {
    case NUMBER:
      if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &number, error))
        return FALSE;
      *(int *)field = (int)number;
      return TRUE;
    case TENTHS:
      if (!gram_decimal_parse (text, 1, &number, error))
        return FALSE;
      *(int *)field = (int)number;
      return TRUE;
    case TEXT:
    default:
      *(char **)field = g_strdup (text);
      return TRUE;
    }
}

static void
free_records (GPtrArray *records, const Table *table)
{
  if (records == NULL)
    return;
  for (guint i = 0; i < records->len; i++)
    {
      for (gsize c = 0; c < table->n_columns; c++)
        if (table->columns[c].kind == TEXT)
          g_free (G_STRUCT_MEMBER (char *, records->pdata[i], table->columns[c].offset));
      g_free (records->pdata[i]);
    }
  g_ptr_array_unref (records);
}

static gboolean
check_header (const Table *table, const char *const *columns, GError **error)
{
  for (gsize i = 0; i < table->n_columns; i++)
    if (g_strcmp0 (columns[i], table->columns[i].name) != 0)
      {
        g_set_error (error, GRAM_EXCHANGE_ERROR, GRAM_EXCHANGE_ERROR_MAPPING,
                     _ ("%s lacks the column “%s”"), table->file, table->columns[i].name);
        return FALSE;
      }
  return TRUE;
}

static gboolean
load_rows (const Table *table, GramTableReader *reader, GPtrArray *records, GError **error)
{
  const GramTableRow *row;
  GramTableStep step;

  if (!check_header (table, gram_table_reader_get_columns (reader), error))
    return FALSE;
  while ((step = gram_table_reader_next (reader, &row, error)) == GRAM_TABLE_ROW)
    {
      gpointer record = g_malloc0 (table->size);

      g_ptr_array_add (records, record);
      for (gsize i = 0; i < table->n_columns; i++)
        if (!read_field (&table->columns[i], row->fields[i].text, record, error))
          {
            g_prefix_error (error, "%s: ", table->file);
            return FALSE;
          }
    }
  return step == GRAM_TABLE_DONE;
}

static GPtrArray *
load (const Table *table, GError **error)
{
  const GramTableLayout layout = { GRAM_TABLE_CSV, GRAM_TABLE_UTF8, ',' };
  g_autofree char *path = g_strconcat (PRACTICE_PATH, table->file, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, 0, error);
  g_autoptr (GramTableReader) reader = NULL;
  GPtrArray *records;

  if (bytes == NULL)
    return NULL;
  reader = gram_table_reader_new_for_bytes (bytes, &layout, error);
  if (reader == NULL)
    return NULL;
  records = g_ptr_array_new ();
  if (load_rows (table, reader, records, error))
    return records;
  free_records (records, table);
  return NULL;
}

GramPracticeData *
gram_practice_data_load (GError **error)
{
  g_autoptr (GramPracticeData) self = g_new0 (GramPracticeData, 1);

  gram_registry_use_resource ();
  self->persons = load (&persons, error);
  if (self->persons != NULL)
    self->accounts = load (&accounts, error);
  if (self->accounts != NULL)
    self->models = load (&models, error);
  if (self->models != NULL)
    self->deliveries = load (&deliveries, error);
  if (self->deliveries != NULL)
    self->life = load (&life, error);
  return self->life != NULL ? g_steal_pointer (&self) : NULL;
}

void
gram_practice_data_free (GramPracticeData *self)
{
  if (self == NULL)
    return;
  free_records (self->persons, &persons);
  free_records (self->accounts, &accounts);
  free_records (self->models, &models);
  free_records (self->deliveries, &deliveries);
  free_records (self->life, &life);
  g_free (self);
}
