/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-chooser.h"

#include "gram-form.h"
#include "gram-formats.h"
#include "gram-pressable.h"

#include <glib/gi18n-lib.h>

/* Credits are kept in hundredths of a gram. */
#define CREDIT_SCALE 2

static const struct
{
  const char *word; /* of the argument `credits` */
  const char *title;
  const char *subtitle;
} ways[GRAM_CREDIT_N_WAYS] = {
  [GRAM_CREDIT_WAY_NONE] = { "none", N_ ("Money"), N_ ("The credits are kept") },
  [GRAM_CREDIT_WAY_OLDEST]
  = { "oldest", N_ ("Credits, the oldest first"),
      N_ ("As many as are needed; those that lapse first are used first") },
  [GRAM_CREDIT_WAY_CHOSEN]
  = { "chosen", N_ ("Credits that you choose"), N_ ("So many of each year in which they arose") },
};

struct _GramCreditChooser
{
  AdwPreferencesGroup parent_instance;

  /* Borrowed References */
  GtkWidget *rows[GRAM_CREDIT_N_WAYS];
  GtkCheckButton *checks[GRAM_CREDIT_N_WAYS];
  GtkWidget *edited; /* the year that was edited last */

  /* Owned References */
  GPtrArray *year_rows; /* element-type GtkWidget; the group owns them */
  GArray *years;        /* element-type int: the years that have a row */

  GramCreditWay way;
  gboolean with_money;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GramCreditChooser, gram_credit_chooser, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_years (GramCreditChooser *self)
{
  for (guint i = 0; i < self->year_rows->len; i++)
    gtk_widget_set_visible (self->year_rows->pdata[i], self->way == GRAM_CREDIT_WAY_CHOSEN);
}

static void
way_cb (GramCreditChooser *self)
{
  GramCreditWay way = self->way;

  g_assert (GRAM_IS_CREDIT_CHOOSER (self));

  for (guint i = 0; i < GRAM_CREDIT_N_WAYS; i++)
    if (gtk_check_button_get_active (self->checks[i]))
      way = (GramCreditWay)i;
  if (self->filling || way == self->way)
    return;

  self->way = way;
  show_years (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
amount_cb (GramCreditChooser *self, GtkWidget *row)
{
  g_assert (GRAM_IS_CREDIT_CHOOSER (self));

  if (self->filling)
    return;
  self->edited = row;
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
year_row_new (GramCreditChooser *self, const GramChargeBalance *balance)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *held = gram_format_decimal (balance->held, CREDIT_SCALE, CREDIT_SCALE);
  g_autofree char *used = gram_format_to_edit (balance->used, CREDIT_SCALE, CREDIT_SCALE);
  g_autofree char *day = gram_format_date (balance->lapses_on);
  g_autofree char *title = NULL;
  g_autofree char *until = NULL;
  GtkWidget *label;

  /* Translators: a year, and how many credits of it there are, grams */
  title = g_strdup_printf (_ ("Of %1$d, at most %2$s g"), balance->year, held);
  /* Translators: the last day of credits */
  until = g_strdup_printf (_ ("until %s"), day);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  label = gtk_label_new (until);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), label);
  if (balance->used > 0)
    gtk_editable_set_text (GTK_EDITABLE (row), used);
  g_signal_connect_object (row, "changed", G_CALLBACK (amount_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static gboolean
has_years (GramCreditChooser *self, const GPtrArray *balances)
{
  guint n = 0;

  for (guint i = 0; i < balances->len; i++)
    {
      const GramChargeBalance *balance = balances->pdata[i];

      if (balance->held == 0)
        continue;
      if (n >= self->years->len || g_array_index (self->years, int, n) != balance->year)
        return FALSE;
      n++;
    }

  return n == self->years->len;
}

/* What is typed stays: the rows are made anew only if there are other years. Before a person has chosen amounts, they are
   those that the oldest-first way would take. */
static void
fill_years (GramCreditChooser *self, const GPtrArray *balances)
{
  if (has_years (self, balances) && (self->way == GRAM_CREDIT_WAY_CHOSEN || self->years->len == 0))
    return;

  for (guint i = 0; i < self->year_rows->len; i++)
    {
      gram_form_set_error (self->year_rows->pdata[i], NULL);
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->year_rows->pdata[i]);
    }
  g_ptr_array_set_size (self->year_rows, 0);
  g_array_set_size (self->years, 0);
  self->edited = NULL;
  for (guint i = 0; i < balances->len; i++)
    {
      const GramChargeBalance *balance = balances->pdata[i];
      GtkWidget *row;

      if (balance->held == 0)
        continue;
      row = year_row_new (self, balance);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->year_rows, row);
      g_array_append_val (self->years, balance->year);
    }
}

/* A way that cannot be gone says why. */
static void
permit (GramCreditChooser *self, const char *reason)
{
  for (guint i = GRAM_CREDIT_WAY_OLDEST; i < GRAM_CREDIT_N_WAYS; i++)
    {
      gtk_widget_set_sensitive (self->rows[i], reason == NULL);
      if (reason != NULL)
        gtk_widget_add_css_class (self->rows[i], "forbidden");
      else
        gtk_widget_remove_css_class (self->rows[i], "forbidden");
      gtk_widget_set_tooltip_text (self->rows[i], reason);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[i]),
                                   reason != NULL && i == GRAM_CREDIT_WAY_OLDEST
                                       ? reason
                                       : _ (ways[i].subtitle));
    }
  if (reason != NULL && self->with_money)
    self->way = GRAM_CREDIT_WAY_NONE;
}

static void
gram_credit_chooser_finalize (GObject *object)
{
  GramCreditChooser *self = (GramCreditChooser *)object;

  g_ptr_array_unref (self->year_rows);
  g_array_unref (self->years);

  G_OBJECT_CLASS (gram_credit_chooser_parent_class)->finalize (object);
}

static void
gram_credit_chooser_class_init (GramCreditChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gram_credit_chooser_finalize;

  signals[CHANGED] = g_signal_new ("changed", GRAM_TYPE_CREDIT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
gram_credit_chooser_init (GramCreditChooser *self)
{
  self->year_rows = g_ptr_array_new ();
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->with_money = TRUE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Pay With"));
  for (guint i = 0; i < GRAM_CREDIT_N_WAYS; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (ways[i].title));
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (ways[i].subtitle));
      gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (ways[i].title), -1);
      if (i > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks[0]);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      self->rows[i] = row;
      self->checks[i] = GTK_CHECK_BUTTON (check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (way_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_check_button_set_active (self->checks[0], TRUE);
  gram_pressable_install_all (GTK_WIDGET (self));
}

GtkWidget *
gram_credit_chooser_new (gboolean with_money)
{
  GtkWidget *self = g_object_new (GRAM_TYPE_CREDIT_CHOOSER, NULL);

  gram_credit_chooser_set_with_money (GRAM_CREDIT_CHOOSER (self), with_money);

  return self;
}

void
gram_credit_chooser_set_with_money (GramCreditChooser *self, gboolean with_money)
{
  g_return_if_fail (GRAM_IS_CREDIT_CHOOSER (self));

  self->with_money = !!with_money;
  gtk_widget_set_visible (self->rows[GRAM_CREDIT_WAY_NONE], self->with_money);
  if (self->with_money || self->way != GRAM_CREDIT_WAY_NONE)
    return;
  self->filling = TRUE;
  self->way = GRAM_CREDIT_WAY_OLDEST;
  gtk_check_button_set_active (self->checks[self->way], TRUE);
  self->filling = FALSE;
}

void
gram_credit_chooser_set_balances (GramCreditChooser *self,
                                  const GPtrArray *balances,
                                  const GramRefusal *refusal)
{
  const char *reason = NULL;

  g_return_if_fail (GRAM_IS_CREDIT_CHOOSER (self));
  g_return_if_fail (balances != NULL);

  self->filling = TRUE;
  fill_years (self, balances);
  if (refusal != NULL)
    reason = refusal->message;
  else if (self->years->len == 0)
    reason = _ ("There are no credits that could be used");
  permit (self, reason);
  gtk_check_button_set_active (self->checks[self->way], TRUE);
  show_years (self);
  self->filling = FALSE;
}

GramCreditWay
gram_credit_chooser_get_way (GramCreditChooser *self)
{
  g_return_val_if_fail (GRAM_IS_CREDIT_CHOOSER (self), GRAM_CREDIT_WAY_NONE);

  return self->way;
}

/* Years and credits that were typed; years without an amount are left out. */
static GVariant *
chosen_years (GramCreditChooser *self)
{
  GVariantBuilder chosen;

  g_variant_builder_init_static (&chosen, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < self->year_rows->len; i++)
    {
      g_autofree char *text = gram_form_dup_amount (self->year_rows->pdata[i]);

      if (*text != '\0')
        g_variant_builder_add_value (
            &chosen, g_variant_new_take_string (
                         g_strdup_printf ("%d=%s", g_array_index (self->years, int, i), text)));
    }
  return g_variant_builder_end (&chosen);
}

void
gram_credit_chooser_add_arguments (GramCreditChooser *self, GVariantDict *arguments)
{
  g_autoptr (GVariant) years = NULL;
  GramCreditWay way;

  g_return_if_fail (GRAM_IS_CREDIT_CHOOSER (self));
  g_return_if_fail (arguments != NULL);

  way = self->way;
  if (way == GRAM_CREDIT_WAY_CHOSEN)
    years = g_variant_ref_sink (chosen_years (self));
  /* Nothing chosen yet is no credits. */
  if (years != NULL && g_variant_n_children (years) == 0 && self->with_money)
    way = GRAM_CREDIT_WAY_NONE;
  g_variant_dict_insert (arguments, "credits", "s", ways[way].word);
  if (way == GRAM_CREDIT_WAY_CHOSEN)
    g_variant_dict_insert_value (arguments, "credit-years", years);
}

void
gram_credit_chooser_refuse (GramCreditChooser *self, const GramRefusal *refusal)
{
  g_return_if_fail (GRAM_IS_CREDIT_CHOOSER (self));

  for (guint i = 0; i < self->year_rows->len; i++)
    {
      GtkWidget *row = self->year_rows->pdata[i];

      gram_form_set_error (row, refusal != NULL && row == self->edited ? refusal->message : NULL);
    }
}
