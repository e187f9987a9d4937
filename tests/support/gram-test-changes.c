/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-changes.h"

struct _GramTestChanges
{
  GListModel *model;
  GString *said;
  gulong handler;
  guint n_items;
};

static void
changed_cb (GramTestChanges *self, guint position, guint removed, guint added)
{
  g_assert_cmpuint (position + removed, <=, self->n_items);
  self->n_items = self->n_items - removed + added;
  g_assert_cmpuint (g_list_model_get_n_items (self->model), ==, self->n_items);

  if (self->said->len > 0)
    g_string_append (self->said, ", ");
  g_string_append_printf (self->said, "%u", position);
  if (removed > 0)
    g_string_append_printf (self->said, "-%u", removed);
  if (added > 0)
    g_string_append_printf (self->said, "+%u", added);
}

GramTestChanges *
gram_test_changes_new (GListModel *model)
{
  GramTestChanges *self = g_new0 (GramTestChanges, 1);

  self->model = g_object_ref (model);
  self->said = g_string_new (NULL);
  self->n_items = g_list_model_get_n_items (model);
  self->handler = g_signal_connect_swapped (model, "items-changed", G_CALLBACK (changed_cb), self);
  return self;
}

void
gram_test_changes_free (GramTestChanges *self)
{
  g_assert_cmpstr (self->said->str, ==, "");
  g_clear_signal_handler (&self->handler, self->model);
  g_object_unref (self->model);
  g_string_free (self->said, TRUE);
  g_free (self);
}

char *
gram_test_changes_take (GramTestChanges *self)
{
  char *said = g_strdup (self->said->str);

  g_string_truncate (self->said, 0);
  return said;
}
