/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-vehicle-chips.h"

#include "gram-formats.h"
#include "gram-vehicle-texts.h"

#include <glib/gi18n-lib.h>

#define N_STATUSES 3
#define N_ATTENTIONS 3

struct _GramVehicleChips
{
  AdwBin parent_instance;

  /* Template Widgets */
  GtkToggleButton *all_chip;
  GtkToggleButton *status_chips[N_STATUSES];
  GtkToggleButton *attention_chips[N_ATTENTIONS];

  gint64 counts[N_STATUSES][N_ATTENTIONS];
  guint statuses;
  guint attentions;
  gboolean known;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GramVehicleChips, gram_vehicle_chips, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
count (GramVehicleChips *self, guint statuses, guint attentions)
{
  gint64 sum = 0;

  for (guint i = 0; i < N_STATUSES; i++)
    {
      for (guint j = 0; j < N_ATTENTIONS; j++)
        {
          if ((statuses == 0 || (statuses & (1u << i)) != 0)
              && (attentions == 0 || (attentions & (1u << j)) != 0))
            sum += self->counts[i][j];
        }
    }
  return sum;
}

static void
update_chip (GramVehicleChips *self,
             GtkToggleButton *chip,
             const char *title,
             gint64 number,
             gboolean active)
{
  g_autofree char *text = NULL;

  if (self->known)
    {
      g_autofree char *figure = gram_format_count (number);

      /* Translators: a filter and how many vehicles it leads to, for example "Ready  1,204" */
      text = g_strdup_printf (C_ ("chip", "%s  %s"), title, figure);
    }
  gtk_button_set_label (GTK_BUTTON (chip), text != NULL ? text : title);
  gtk_toggle_button_set_active (chip, active);
}

/* A chip that leads nowhere, or to nearly everything, is in the way unless it is the one that is chosen. */
static void
update (GramVehicleChips *self)
{
  self->updating = TRUE;
  update_chip (self, self->all_chip, C_ ("vehicles", "All"), count (self, 0, 0),
               self->statuses == 0 && self->attentions == 0);
  for (guint i = 0; i < N_STATUSES; i++)
    update_chip (self, self->status_chips[i], gram_vehicle_status_title ((GramVehicleStatus)i),
                 count (self, 1u << i, self->attentions), (self->statuses & (1u << i)) != 0);
  for (guint i = 0; i < N_ATTENTIONS; i++)
    {
      gboolean active = (self->attentions & (1u << i)) != 0;
      gboolean needed = i != GRAM_ATTENTION_NONE && count (self, 0, 1u << i) > 0;

      update_chip (self, self->attention_chips[i], gram_vehicle_attention_title ((GramAttention)i),
                   count (self, self->statuses, 1u << i), active);
      gtk_widget_set_visible (GTK_WIDGET (self->attention_chips[i]), active || needed);
    }
  self->updating = FALSE;
}

static void
toggled_cb (GramVehicleChips *self, GtkToggleButton *chip)
{
  gboolean active;
  guint statuses;
  guint attentions;

  g_assert (GRAM_IS_VEHICLE_CHIPS (self));

  if (self->updating)
    return;

  active = gtk_toggle_button_get_active (chip);
  statuses = chip == self->all_chip ? 0 : self->statuses;
  attentions = chip == self->all_chip ? 0 : self->attentions;
  for (guint i = 0; i < N_STATUSES; i++)
    {
      if (chip == self->status_chips[i])
        statuses = active ? 1u << i : 0;
    }
  for (guint i = 0; i < N_ATTENTIONS; i++)
    {
      if (chip == self->attention_chips[i])
        attentions = active ? 1u << i : 0;
    }
  if (statuses == self->statuses && attentions == self->attentions)
    update (self);
  else
    gram_vehicle_chips_set_filter (self, statuses, attentions);
}

static void
gram_vehicle_chips_class_init (GramVehicleChipsClass *klass)
{
  static const char *const status_names[N_STATUSES]
      = { "entered_chip", "ready_chip", "accepted_chip" };
  static const char *const attention_names[N_ATTENTIONS]
      = { "complete_chip", "incomplete_chip", "disputed_chip" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_VEHICLE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/vehicles/gram-vehicle-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, GramVehicleChips, all_chip);
  for (guint i = 0; i < N_STATUSES; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, status_names[i], FALSE,
        (gssize)(G_STRUCT_OFFSET (GramVehicleChips, status_chips) + i * sizeof (gpointer)));
  for (guint i = 0; i < N_ATTENTIONS; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, attention_names[i], FALSE,
        (gssize)(G_STRUCT_OFFSET (GramVehicleChips, attention_chips) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
gram_vehicle_chips_init (GramVehicleChips *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
gram_vehicle_chips_get_filter (GramVehicleChips *self, guint *statuses, guint *attentions)
{
  g_return_if_fail (GRAM_IS_VEHICLE_CHIPS (self));
  g_return_if_fail (statuses != NULL && attentions != NULL);

  *statuses = self->statuses;
  *attentions = self->attentions;
}

void
gram_vehicle_chips_set_filter (GramVehicleChips *self, guint statuses, guint attentions)
{
  g_return_if_fail (GRAM_IS_VEHICLE_CHIPS (self));

  if (self->statuses == statuses && self->attentions == attentions)
    return;

  self->statuses = statuses;
  self->attentions = attentions;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
gram_vehicle_chips_set_counts (GramVehicleChips *self, const gint64 counts[3][3])
{
  g_return_if_fail (GRAM_IS_VEHICLE_CHIPS (self));

  self->known = counts != NULL;
  memset (self->counts, 0, sizeof (self->counts));
  if (counts != NULL)
    memcpy (self->counts, counts, sizeof (self->counts));
  update (self);
}
