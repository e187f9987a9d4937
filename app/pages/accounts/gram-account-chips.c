/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-chips.h"

#include "gram-account-rules.h"
#include "gram-account-texts.h"
#include "gram-account.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

/* What a chip narrows down. */
typedef enum
{
  GROUP_ALL,
  GROUP_KIND,
  GROUP_STATE,
  GROUP_SCHEME,
  N_GROUPS,
} Group;

/* The chips in their order; a bit is that of the filter. */
static const struct
{
  Group group;
  int value;
  guint bit;
} chips[] = {
  { GROUP_ALL, 0, 0 },
  { GROUP_STATE, GRAM_ACCOUNT_OPEN, GRAM_ACCOUNT_OPEN },
  { GROUP_STATE, GRAM_ACCOUNT_SUSPENDED, GRAM_ACCOUNT_SUSPENDED },
  { GROUP_STATE, GRAM_ACCOUNT_BLOCKED, GRAM_ACCOUNT_BLOCKED },
  { GROUP_STATE, GRAM_ACCOUNT_CLOSING, GRAM_ACCOUNT_CLOSING },
  { GROUP_STATE, GRAM_ACCOUNT_CLOSED, GRAM_ACCOUNT_CLOSED },
  { GROUP_KIND, GRAM_ACCOUNT_CCS_USED, 1u << GRAM_ACCOUNT_CCS_USED },
  { GROUP_KIND, GRAM_ACCOUNT_CCS_NEW, 1u << GRAM_ACCOUNT_CCS_NEW },
  { GROUP_KIND, GRAM_ACCOUNT_CCTS, 1u << GRAM_ACCOUNT_CCTS },
  { GROUP_SCHEME, GRAM_CHARGE_SCHEME_FLEET_AVERAGE, 1u << GRAM_CHARGE_SCHEME_FLEET_AVERAGE },
};

struct _GramAccountChips
{
  AdwBin parent_instance;

  /* Borrowed References: children */
  GtkToggleButton *buttons[G_N_ELEMENTS (chips)];

  GramAccountCounts all;
  GramAccountCounts fleet_average;
  guint chosen[N_GROUPS];
  gboolean known;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GramAccountChips, gram_account_chips, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
title_of (gsize index)
{
  switch (chips[index].group)
    {
    case GROUP_KIND:
      return gram_account_kind_short_title ((GramAccountKind)chips[index].value);
    case GROUP_STATE:
      return gram_account_state_title ((GramAccountState)chips[index].value);
    case GROUP_SCHEME:
      return gram_charge_scheme_title ((GramChargeScheme)chips[index].value);
    case GROUP_ALL:
      return C_ ("accounts", "All");
    case N_GROUPS:
    default:
      g_assert_not_reached ();
    }
}

/* What the chip would lead to, the choice in the other groups as it is. */
static gint64
count_of (GramAccountChips *self, gsize index)
{
  Group group = chips[index].group;
  guint kinds = group == GROUP_KIND ? chips[index].bit : self->chosen[GROUP_KIND];
  guint states = group == GROUP_STATE ? chips[index].bit : self->chosen[GROUP_STATE];
  guint schemes = group == GROUP_SCHEME ? chips[index].bit : self->chosen[GROUP_SCHEME];

  if (group == GROUP_ALL)
    return gram_account_counts_select (&self->all, 0, 0);

  return gram_account_counts_select (schemes != 0 ? &self->fleet_average : &self->all, kinds,
                                     states);
}

static gboolean
is_chosen (GramAccountChips *self, gsize index)
{
  if (chips[index].group == GROUP_ALL)
    return self->chosen[GROUP_KIND] == 0 && self->chosen[GROUP_STATE] == 0
           && self->chosen[GROUP_SCHEME] == 0;

  return (self->chosen[chips[index].group] & chips[index].bit) != 0;
}

/* A chip that leads nowhere is in the way, unless it is chosen or is among those that everybody looks for. */
static gboolean
is_needed (GramAccountChips *self, gsize index, gint64 count)
{
  return !self->known || count > 0 || is_chosen (self, index) || chips[index].group == GROUP_ALL
         || chips[index].bit == GRAM_ACCOUNT_OPEN;
}

static void
update (GramAccountChips *self)
{
  self->updating = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      gint64 count = count_of (self, i);
      g_autofree char *number = gram_format_count (count);
      g_autofree char *text = NULL;

      if (self->known)
        /* Translators: a filter and how many accounts it leads to, for example "Open  1,204" */
        text = g_strdup_printf (C_ ("chip", "%s  %s"), title_of (i), number);
      gtk_button_set_label (GTK_BUTTON (self->buttons[i]), text != NULL ? text : title_of (i));
      gtk_toggle_button_set_active (self->buttons[i], is_chosen (self, i));
      gtk_widget_set_visible (GTK_WIDGET (self->buttons[i]), is_needed (self, i, count));
    }
  self->updating = FALSE;
}

static void
toggled_cb (GramAccountChips *self, GtkToggleButton *button)
{
  guint chosen[N_GROUPS];

  g_assert (GRAM_IS_ACCOUNT_CHIPS (self));

  if (self->updating)
    return;

  memcpy (chosen, self->chosen, sizeof (chosen));
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      if (self->buttons[i] != button)
        continue;
      if (chips[i].group == GROUP_ALL)
        memset (chosen, 0, sizeof (chosen));
      else
        chosen[chips[i].group] = gtk_toggle_button_get_active (button) ? chips[i].bit : 0;
    }
  if (memcmp (chosen, self->chosen, sizeof (chosen)) == 0)
    update (self);
  else
    gram_account_chips_set_filter (self, chosen[GROUP_KIND], chosen[GROUP_STATE],
                                   chosen[GROUP_SCHEME]);
}

static void
gram_account_chips_class_init (GramAccountChipsClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_ACCOUNT_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
gram_account_chips_init (GramAccountChips *self)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  for (gsize i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_widget_add_css_class (button, "chip");
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (ADW_WRAP_BOX (box), button);
      self->buttons[i] = GTK_TOGGLE_BUTTON (button);
    }
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
  update (self);
}

GtkWidget *
gram_account_chips_new (void)
{
  return g_object_new (GRAM_TYPE_ACCOUNT_CHIPS, NULL);
}

void
gram_account_chips_get_filter (GramAccountChips *self,
                               guint *kinds,
                               guint *states,
                               guint *charge_schemes)
{
  g_return_if_fail (GRAM_IS_ACCOUNT_CHIPS (self));
  g_return_if_fail (kinds != NULL && states != NULL && charge_schemes != NULL);

  *kinds = self->chosen[GROUP_KIND];
  *states = self->chosen[GROUP_STATE];
  *charge_schemes = self->chosen[GROUP_SCHEME];
}

void
gram_account_chips_set_filter (GramAccountChips *self,
                               guint kinds,
                               guint states,
                               guint charge_schemes)
{
  const guint chosen[N_GROUPS]
      = { [GROUP_KIND] = kinds, [GROUP_STATE] = states, [GROUP_SCHEME] = charge_schemes };

  g_return_if_fail (GRAM_IS_ACCOUNT_CHIPS (self));

  if (memcmp (chosen, self->chosen, sizeof (chosen)) == 0)
    return;

  memcpy (self->chosen, chosen, sizeof (chosen));
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
gram_account_chips_set_counts (GramAccountChips *self,
                               const GramAccountCounts *all,
                               const GramAccountCounts *fleet_average)
{
  g_return_if_fail (GRAM_IS_ACCOUNT_CHIPS (self));

  self->known = all != NULL && fleet_average != NULL;
  if (self->known)
    {
      self->all = *all;
      self->fleet_average = *fleet_average;
    }
  update (self);
}
