/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-choice.h"

#include "gram-formats.h"

struct _GramVehicleChoice
{
  grefcount references;
  GramVehicleQuery *query;
  GArray *ids;
};

static GramVehicleChoice *
choice_new (void)
{
  GramVehicleChoice *self = g_new0 (GramVehicleChoice, 1);

  g_ref_count_init (&self->references);
  return self;
}

GramVehicleChoice *
gram_vehicle_choice_new_query (const GramVehicleQuery *query)
{
  GramVehicleChoice *self;

  g_return_val_if_fail (query != NULL, NULL);

  self = choice_new ();
  self->query = gram_vehicle_query_copy (query);
  return self;
}

GramVehicleChoice *
gram_vehicle_choice_new_ids (GArray *ids)
{
  GramVehicleChoice *self;

  g_return_val_if_fail (ids != NULL, NULL);

  self = choice_new ();
  self->ids = g_array_ref (ids);
  return self;
}

GramVehicleChoice *
gram_vehicle_choice_new_one (gint64 id)
{
  GramVehicleChoice *self = choice_new ();

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->ids, id);
  return self;
}

GramVehicleChoice *
gram_vehicle_choice_ref (GramVehicleChoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->references);
  return self;
}

void
gram_vehicle_choice_unref (GramVehicleChoice *self)
{
  if (self == NULL || !g_ref_count_dec (&self->references))
    return;

  g_clear_pointer (&self->query, gram_vehicle_query_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

const GramVehicleQuery *
gram_vehicle_choice_get_query (const GramVehicleChoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->query;
}

const GArray *
gram_vehicle_choice_get_ids (const GramVehicleChoice *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ids;
}

/* The words of the values that a bit set names; all of them are an empty array. */
static GVariant *
words_of (const char *vocabulary, guint bits)
{
  GVariantBuilder words;

  g_variant_builder_init_static (&words, G_VARIANT_TYPE_STRING_ARRAY);
  for (int value = 0; value < 3; value++)
    {
      if ((bits & (1u << value)) != 0)
        g_variant_builder_add (&words, "s", gram_word_for (vocabulary, value));
    }
  return g_variant_builder_end (&words);
}

static void
add_text (GVariantDict *filter, const char *key, const char *text)
{
  if (text != NULL)
    g_variant_dict_insert (filter, key, "s", text);
}

static void
add_number (GVariantDict *filter, const char *key, gint64 number)
{
  if (number != 0)
    g_variant_dict_insert (filter, key, "x", number);
}

static GVariant *
filter_of (const GramVehicleQuery *query)
{
  GVariantDict filter;

  g_variant_dict_init (&filter, NULL);
  if (query->statuses != 0)
    g_variant_dict_insert_value (&filter, "statuses", words_of ("vehicle-status", query->statuses));
  if (query->attentions != 0)
    g_variant_dict_insert_value (&filter, "attentions", words_of ("attention", query->attentions));
  add_text (&filter, "search", query->search);
  if (query->registered_from != NULL && query->registered_to != NULL)
    {
      add_text (&filter, "registered-from", query->registered_from);
      add_text (&filter, "registered-to", query->registered_to);
    }
  add_number (&filter, "posting", query->posting_id);
  add_number (&filter, "obligation-year", query->obligation_year);
  add_number (&filter, "accepted-period", query->accepted_period);
  if (query->scheme != 0)
    add_text (&filter, "charge-scheme", gram_word_for ("charge-scheme", (int)query->scheme));
  add_text (&filter, "make", query->make);
  add_text (&filter, "model", query->model);
  if (query->excluded)
    g_variant_dict_insert (&filter, "excluded", "b", TRUE);
  return g_variant_dict_end (&filter);
}

GVariant *
gram_vehicle_choice_to_arguments (const GramVehicleChoice *self,
                                  GramAccount *account,
                                  gboolean skip)
{
  GVariantDict arguments;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GRAM_IS_ACCOUNT (account), NULL);

  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "account", "s", gram_account_get_number (account));
  if (self->query != NULL)
    g_variant_dict_insert_value (&arguments, "filter", filter_of (self->query));
  else
    g_variant_dict_insert_value (&arguments, "vehicles",
                                 g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, self->ids->data,
                                                            self->ids->len, sizeof (gint64)));
  if (skip)
    g_variant_dict_insert (&arguments, "skip", "b", TRUE);
  return g_variant_dict_end (&arguments);
}

void
gram_vehicle_choice_toast (GtkWidget *widget, gint64 count, const char *format)
{
  g_autofree char *number = gram_format_count (count);
  g_autofree char *text = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, number);
#pragma GCC diagnostic pop
  gtk_widget_activate_action (widget, "win.toast", "s", text);
}
