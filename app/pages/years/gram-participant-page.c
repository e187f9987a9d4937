/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-participant-page.h"

#include "gram-ccts-explanation-dialog.h"
#include "gram-failure.h"
#include "gram-formats.h"
#include "gram-participant-columns.h"
#include "gram-payment-notice-dialog.h"
#include "gram-pressable.h"
#include "gram-questions-payment-notices.h"
#include "gram-questions-years.h"
#include "gram-registry-banner.h"
#include "gram-rows.h"
#include "gram-year-forms.h"
#include "gram-year-texts.h"

#include <glib/gi18n-lib.h>

#define FIGURE "gram-figure"
#define NUMBER "gram-number"

struct _GramParticipantPage
{
  AdwNavigationPage parent_instance;

  /* Template Widgets */
  AdwWindowTitle *window_title;
  GramRegistryBanner *banner;
  AdwPreferencesGroup *allocation_group;
  AdwPreferencesGroup *members_group;
  AdwPreferencesGroup *settlement_group;
  AdwPreferencesGroup *notices_group;
  AdwPreferencesGroup *movements_group;
  AdwPreferencesGroup *position_group;

  /* Borrowed References */
  const GramYearDetail *detail;
  const GramParticipantRow *row;

  /* Owned References */
  GramSession *session;
  GCancellable *asking;
  GPtrArray *rows;

  gint64 account_id;
};

G_DEFINE_FINAL_TYPE (GramParticipantPage, gram_participant_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  OPEN_NOTICE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Which figures stand where, and which explanation they open. */
/* clang-format off */
static const struct
{
  const char *word;
  const char *explains;
} allocation_rows[] = {
  { "cars", "activity" }, { "baseline", NULL }, { "product", "allocation" }, { "due", "allocation" },
  { "allocated", "allocation" }, { "difference", NULL },
}, settlement_rows[] = {
  { "activity", "activity" }, { "surrendered", "payment" }, { "shortfall", "payment" }, { "payment", "payment" },
}, movement_rows[] = {
  { "acquired", "conversion" }, { "traded-in", NULL }, { "traded-out", NULL }, { "converted", NULL },
  { "held", "holdings" }, { "reserved", NULL }, { "lapsed", NULL },
};
/* clang-format on */

static GtkWidget *
add_row (GramParticipantPage *self, AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = gram_row_new (title, NULL);
  GtkWidget *value = gtk_label_new (text);
  g_autofree char *name = NULL;

  /* Translators: a figure and how much it is, for a screen reader */
  name = g_strdup_printf (_ ("%s: %s"), title, text);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_label_set_selectable (GTK_LABEL (value), FALSE);
  gtk_widget_add_css_class (value, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  gram_pressable_set_name (row, name);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);

  return row;
}

static void
explain_cb (GtkWidget *row, GramParticipantPage *self)
{
  const char *figure = g_object_get_data (G_OBJECT (row), FIGURE);

  adw_dialog_present (gram_ccts_explanation_dialog_new (self->session, figure, self->account_id,
                                                        self->detail->row->year),
                      GTK_WIDGET (self));
}

/* As wide as the icon of a figure that is explained: all figures end at the same place. */
static void
add_gap (GtkWidget *row)
{
  GtkWidget *gap = gtk_image_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (gap), 16);
  gtk_accessible_update_state (GTK_ACCESSIBLE (gap), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gap);
}

static void
add_figure (GramParticipantPage *self,
            AdwPreferencesGroup *group,
            const char *word,
            const char *explains)
{
  guint n;
  const GramParticipantColumn *columns = gram_participant_columns (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;
      GtkWidget *row;

      if (!g_str_equal (columns[i].word, word))
        continue;
      text = columns[i].text (self->row);
      row = add_row (self, group, _ (columns[i].title), text);
      if (explains == NULL)
        {
          add_gap (row);
          continue;
        }
      g_object_set_data (G_OBJECT (row), FIGURE, (gpointer)explains);
      gtk_widget_set_tooltip_text (row, _ ("How This Figure Comes About"));
      gram_row_lead (row, "help-about-symbolic", G_CALLBACK (explain_cb), self);
    }
}

static void
show_vehicles (GramParticipantPage *self, const char *number)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-year-vehicles", "(si)", number,
                              self->detail->row->year);
}

static void
member_cb (GtkWidget *row, GramParticipantPage *self)
{
  show_vehicles (self, g_object_get_data (G_OBJECT (row), NUMBER));
}

static void
fill_members (GramParticipantPage *self)
{
  GPtrArray *members = self->row->members;

  gtk_widget_set_visible (GTK_WIDGET (self->members_group), members != NULL);
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const GramParticipantMember *member = members->pdata[i];
      g_autofree char *number = gram_format_account_number (member->number);
      g_autofree char *cars = gram_format_count (member->cars);
      g_autofree char *activity = gram_format_decimal (member->activity, 3, 0);
      g_autofree char *subtitle = NULL;
      GtkWidget *row;

      /* Translators: cars of a member of a pool, and its activity */
      subtitle = g_strdup_printf (_ ("%s cars, activity %s"), cars, activity);
      row = add_row (self, self->members_group, member->holder, number);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      g_object_set_data_full (G_OBJECT (row), NUMBER, g_strdup (member->number), g_free);
      gtk_widget_set_tooltip_text (row, _ ("Show the Vehicles"));
      gram_row_lead (row, "go-next-symbolic", G_CALLBACK (member_cb), self);
    }
}

static void
fill_baseline (GramParticipantPage *self)
{
  const GramParticipantRow *row = self->row;
  g_autofree char *day = gram_format_date (row->baseline_dated_on);
  g_autofree char *text = NULL;
  GtkWidget *source;

  if (row->baseline_source == NULL)
    return;
  /* Translators: a source and its day */
  text = g_strdup_printf (C_ ("source", "%s of %s"), row->baseline_source, day);
  source = gram_row_new (_ ("Source of the Baseline"), text);
  adw_preferences_group_add (self->allocation_group, source);
  g_ptr_array_add (self->rows, source);
}

static void
positions_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  static const struct
  {
    const char *title;
    gsize offset;
    guint scale;
  } lines[] = {
    { N_ ("All Cars (T)"), G_STRUCT_OFFSET (GramPositionRow, cars), 0 },
    { N_ ("Allocated (Art. 13)"), G_STRUCT_OFFSET (GramPositionRow, allocated), 1 },
    { N_ ("Activity (Art. 24)"), G_STRUCT_OFFSET (GramPositionRow, activity), 1 },
    { N_ ("Held"), G_STRUCT_OFFSET (GramPositionRow, held), 1 },
    { N_ ("Required by Art. 27(1)"), G_STRUCT_OFFSET (GramPositionRow, required), 1 },
    { N_ ("Borrowed (Art. 15)"), G_STRUCT_OFFSET (GramPositionRow, borrowed), 1 },
  };
  g_autoptr (GramParticipantPage) self = user_data;
  g_autoptr (GPtrArray) rows
      = gram_session_positions_finish (GRAM_SESSION (object), result, NULL, NULL);
  gboolean any = FALSE;

  if (g_task_get_cancellable (G_TASK (result)) != self->asking || rows == NULL)
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      const GramPositionRow *row = rows->pdata[i];

      for (guint k = 0; row->current && k < G_N_ELEMENTS (lines); k++)
        {
          g_autofree char *text
              = gram_format_decimal (*(const gint64 *)((const char *)row + lines[k].offset),
                                     lines[k].scale, 0);

          add_row (self, self->position_group, _ (lines[k].title), text);
          any = TRUE;
        }
    }
  adw_preferences_group_set_description (
      self->position_group,
      any ? NULL : _ ("Not entered. Without it nothing can be converted (CCTS art. 35)."));
}

static void
notice_cb (GtkWidget *row, GramParticipantPage *self)
{
  g_signal_emit (self, signals[OPEN_NOTICE], 0, gram_row_get_id (row));
}

static void
add_notice (GramParticipantPage *self, const GramPaymentNoticeRow *notice)
{
  g_autofree char *amount = gram_format_money (notice->record->amount, "GBP");
  g_autofree char *due = gram_format_date (notice->record->due_on);
  g_autofree char *subtitle = NULL;
  GtkWidget *row = add_row (self, self->notices_group, notice->record->number, amount);

  /* Translators: state of a payment notice, and its last day to pay */
  subtitle = g_strdup_printf (_ ("%s, to be paid by %s"),
                              gram_payment_notice_state_title (notice->state), due);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gram_row_set_id (row, notice->record->id);
  gram_row_lead (row, "go-next-symbolic", G_CALLBACK (notice_cb), self);
}

static void
notices_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GramParticipantPage) self = user_data;
  g_autoptr (GPtrArray) notices
      = gram_session_payment_notices_finish (GRAM_SESSION (object), result, NULL, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->asking || notices == NULL)
    return;

  for (guint i = 0; i < notices->len; i++)
    add_notice (self, notices->pdata[i]);
  adw_preferences_group_set_description (
      self->notices_group,
      notices->len > 0 ? NULL
                       : _ ("None was given. There is one where something was not accounted "
                            "for (CCTS art. 39)."));
}

static void
ask (GramParticipantPage *self)
{
  g_cancellable_cancel (self->asking);
  g_set_object (&self->asking, NULL);
  self->asking = g_cancellable_new ();
  gram_session_positions_async (self->session, self->detail->row->year, self->account_id,
                                self->asking, positions_cb, g_object_ref (self));
  gram_session_payment_notices_async (self->session, self->account_id, self->detail->row->year,
                                      self->asking, notices_cb, g_object_ref (self));
}

/* The verbs of the year that concern a participant; the tooltip of each button says why not. */
static const struct
{
  const char *action;
  const char *command;
} verbs[] = {
  { "participant.baseline", "baseline.set" },
  { "participant.position", "crts.set-position" },
  { "participant.issue-notice", "payment-notice.issue" },
};

static void
update_actions (GramParticipantPage *self)
{
  AdwPreferencesGroup *groups[]
      = { self->allocation_group, self->position_group, self->notices_group };

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      const GramRefusal *refusal
          = self->row != NULL ? gram_year_detail_get_refusal (self->detail, verbs[i].command)
                              : NULL;

      gtk_widget_action_set_enabled (GTK_WIDGET (self), verbs[i].action,
                                     self->row != NULL && refusal == NULL);
      gtk_widget_set_tooltip_text (adw_preferences_group_get_header_suffix (groups[i]),
                                   refusal != NULL ? refusal->message : NULL);
    }
}

static void
fill (GramParticipantPage *self)
{
  g_autofree char *title = gram_participant_dup_title (self->row);
  g_autofree char *number = gram_format_account_number (self->row->number);
  g_autofree char *year = gram_year_dup_title (self->detail->row->year);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", number, year);

  gram_rows_clear (self->rows);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  for (guint i = 0; i < G_N_ELEMENTS (allocation_rows); i++)
    add_figure (self, self->allocation_group, allocation_rows[i].word, allocation_rows[i].explains);
  fill_baseline (self);
  for (guint i = 0; i < G_N_ELEMENTS (settlement_rows); i++)
    add_figure (self, self->settlement_group, settlement_rows[i].word, settlement_rows[i].explains);
  for (guint i = 0; i < G_N_ELEMENTS (movement_rows); i++)
    add_figure (self, self->movements_group, movement_rows[i].word, movement_rows[i].explains);
  fill_members (self);
  update_actions (self);
  ask (self);
}

static void
baseline_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramParticipantPage *self = GRAM_PARTICIPANT_PAGE (widget);

  adw_dialog_present (gram_baseline_dialog_new (self->session, self->row, self->detail->row->year),
                      widget);
}

static void
position_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramParticipantPage *self = GRAM_PARTICIPANT_PAGE (widget);

  adw_dialog_present (gram_position_dialog_new (self->session, self->row, self->detail->row->year),
                      widget);
}

static void
issue_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramParticipantPage *self = GRAM_PARTICIPANT_PAGE (widget);

  gram_payment_notice_dialog_present (widget, self->session, self->row, self->detail->row->year);
}

static void
vehicles_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramParticipantPage *self = GRAM_PARTICIPANT_PAGE (widget);

  if (self->row != NULL)
    show_vehicles (self, self->row->number);
}

static void
account_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GramParticipantPage *self = GRAM_PARTICIPANT_PAGE (widget);

  if (self->row != NULL)
    gtk_widget_activate_action (widget, "win.open-account", "s", self->row->number);
}

static void
gram_participant_page_dispose (GObject *object)
{
  GramParticipantPage *self = GRAM_PARTICIPANT_PAGE (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->session);
  self->row = NULL;
  self->detail = NULL;

  G_OBJECT_CLASS (gram_participant_page_parent_class)->dispose (object);
}

static void
gram_participant_page_finalize (GObject *object)
{
  g_clear_pointer (&GRAM_PARTICIPANT_PAGE (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (gram_participant_page_parent_class)->finalize (object);
}

static void
gram_participant_page_class_init (GramParticipantPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gram_participant_page_dispose;
  object_class->finalize = gram_participant_page_finalize;

  signals[OPEN_NOTICE] = g_signal_new ("open-notice", GRAM_TYPE_PARTICIPANT_PAGE, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (GRAM_TYPE_REGISTRY_BANNER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/gramledger/Gram/pages/years/gram-participant-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GramParticipantPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantPage, banner);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantPage, allocation_group);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantPage, members_group);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantPage, settlement_group);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantPage, notices_group);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantPage, movements_group);
  gtk_widget_class_bind_template_child (widget_class, GramParticipantPage, position_group);
  gtk_widget_class_install_action (widget_class, "participant.baseline", NULL, baseline_action);
  gtk_widget_class_install_action (widget_class, "participant.position", NULL, position_action);
  gtk_widget_class_install_action (widget_class, "participant.issue-notice", NULL, issue_action);
  gtk_widget_class_install_action (widget_class, "participant.vehicles", NULL, vehicles_action);
  gtk_widget_class_install_action (widget_class, "participant.account", NULL, account_action);
}

static void
gram_participant_page_init (GramParticipantPage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

GramParticipantPage *
gram_participant_page_new (GramSession *session)
{
  GramParticipantPage *self;

  g_return_val_if_fail (GRAM_IS_SESSION (session), NULL);

  self = g_object_new (GRAM_TYPE_PARTICIPANT_PAGE, NULL);
  self->session = g_object_ref (session);
  gram_registry_banner_set_session (self->banner, session);

  return self;
}

gboolean
gram_participant_page_set (GramParticipantPage *self,
                           const GramYearDetail *detail,
                           gint64 account_id)
{
  g_return_val_if_fail (GRAM_IS_PARTICIPANT_PAGE (self), FALSE);
  g_return_val_if_fail (detail != NULL, FALSE);

  gram_participant_page_clear (self);
  for (guint i = 0; i < detail->participants->len; i++)
    {
      const GramParticipantRow *row = detail->participants->pdata[i];

      if (row->account_id == account_id)
        self->row = row;
    }
  if (self->row == NULL)
    return FALSE;

  self->detail = detail;
  self->account_id = account_id;
  fill (self);

  return TRUE;
}

void
gram_participant_page_clear (GramParticipantPage *self)
{
  g_return_if_fail (GRAM_IS_PARTICIPANT_PAGE (self));

  self->row = NULL;
  self->detail = NULL;
  self->account_id = 0;
  update_actions (self);
}

gint64
gram_participant_page_get_account (GramParticipantPage *self)
{
  g_return_val_if_fail (GRAM_IS_PARTICIPANT_PAGE (self), 0);

  return self->account_id;
}
