/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-case-texts.h"

#include "gram-formats.h"
#include "gram-vehicle-fields.h"

#include <glib/gi18n-lib.h>

char *
gram_case_dup_number (gint64 id)
{
  /* Translators: number of a case */
  return g_strdup_printf (C_ ("case", "#%" PRId64), id);
}

char *
gram_case_dup_subject (const char *label, GramDisputeKind dispute_kind, const char *field)
{
  const char *what;

  if (dispute_kind == 0)
    return g_strdup (label);

  what = dispute_kind == GRAM_DISPUTE_VALUE && field != NULL && *field != '\0'
             ? gram_vehicle_field_title (field)
             : gram_dispute_kind_title (dispute_kind);

  /* Translators: a vehicle, and what is wrong with it */
  return g_strdup_printf (C_ ("case", "%s · %s"), label, what);
}

static char *
dup_days (int days_left)
{
  g_autofree char *number = gram_format_count (ABS (days_left));

  if (days_left < 0)
    return g_strdup_printf (ngettext ("Overdue by %s day", "Overdue by %s days",
                                      (gulong)-days_left),
                            number);

  return g_strdup_printf (ngettext ("In %s day", "In %s days", (gulong)days_left), number);
}

char *
gram_case_dup_due (GramCaseState state,
                   GramCaseOutcome outcome,
                   GramCaseUrgency urgency,
                   int days_left,
                   const char *due_on,
                   const char *answer_by)
{
  g_autofree char *day = NULL;

  if (state == GRAM_CASE_DECIDED)
    return g_strdup (gram_case_outcome_title (outcome));
  if (state == GRAM_CASE_WITHDRAWN)
    return g_strdup (gram_case_state_title (state));
  if (state == GRAM_CASE_INFORMATION_ASKED)
    {
      day = gram_format_date (answer_by);
      /* Translators: the holder was asked; %s is the last day for the answer */
      return g_strdup_printf (_ ("Answer by %s"), day);
    }
  if (urgency == GRAM_CASE_URGENCY_TODAY)
    return g_strdup (C_ ("due", "Today"));
  if (urgency == GRAM_CASE_URGENCY_OVERDUE || urgency == GRAM_CASE_URGENCY_SOON)
    return dup_days (days_left);

  return gram_format_date (due_on != NULL && *due_on != '\0' ? due_on : NULL);
}

char *
gram_case_dup_row_due (const GramCaseRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  return gram_case_dup_due (row->record->state, row->record->outcome, row->urgency, row->days_left,
                            row->record->due_on, row->record->answer_by);
}

char *
gram_case_dup_age (int days)
{
  g_autofree char *number = gram_format_count (days);

  return g_strdup_printf (ngettext ("%s working day", "%s working days", (gulong)days), number);
}

static char *
case_number (GObject *object, gboolean loading, gint64 id)
{
  return loading ? g_strdup ("") : gram_case_dup_number (id);
}

static char *
case_kind (GObject *object, gboolean loading, guint kind)
{
  return g_strdup (loading || kind == 0 ? "" : gram_case_kind_title ((GramCaseKind)kind));
}

static char *
case_subject (GObject *object,
              gboolean loading,
              const char *label,
              guint dispute_kind,
              const char *field,
              const char *holder,
              const char *number)
{
  if (loading)
    return g_strdup ("");
  /* The holder stands in a column of its own. */
  if (g_strcmp0 (label, holder) == 0)
    {
      g_autofree char *groups = gram_format_account_number (number);

      /* Translators: %s is the number of an account */
      return g_strdup_printf (C_ ("case", "Account %s"), groups);
    }

  return gram_case_dup_subject (label, (GramDisputeKind)dispute_kind, field);
}

static char *
case_claimed_by (GObject *object, gboolean loading, const char *claimed_by, gboolean mine)
{
  if (loading)
    return g_strdup ("");
  if (mine)
    return g_strdup (C_ ("claimed by", "You"));

  return g_strdup (claimed_by != NULL && *claimed_by != '\0' ? claimed_by : "–");
}

static char *
case_age (GObject *object, gboolean loading, int days)
{
  return loading ? g_strdup ("") : gram_format_count (days);
}

static char *
case_age_tip (GObject *object, gboolean loading, int days)
{
  return loading ? NULL : gram_case_dup_age (days);
}

static char *
case_due (GObject *object,
          gboolean loading,
          guint state,
          guint outcome,
          guint urgency,
          int days_left,
          const char *due_on,
          const char *answer_by)
{
  return loading ? g_strdup ("")
                 : gram_case_dup_due ((GramCaseState)state, (GramCaseOutcome)outcome,
                                      (GramCaseUrgency)urgency, days_left, due_on, answer_by);
}

/* The second line of a narrow row. */
static char *
case_summary (GObject *object, gboolean loading, gint64 id, guint kind, const char *holder)
{
  g_autofree char *number = NULL;

  if (loading || kind == 0)
    return g_strdup ("");

  number = gram_case_dup_number (id);
  /* Translators: number and kind of a case, and the holder of the account */
  return g_strdup_printf (_ ("%s · %s · %s"), number, gram_case_kind_title ((GramCaseKind)kind),
                          holder);
}

static char *
case_row_label (GObject *object,
                gboolean loading,
                gint64 id,
                guint kind,
                const char *label,
                const char *holder,
                const char *claimed_by,
                guint state,
                guint outcome,
                guint urgency,
                int days_left,
                const char *due_on,
                const char *answer_by)
{
  g_autofree char *number = NULL;
  g_autofree char *due = NULL;
  g_autofree char *start = NULL;

  if (loading || kind == 0)
    return g_strdup (_ ("Loading"));

  number = gram_case_dup_number (id);
  due = gram_case_dup_due ((GramCaseState)state, (GramCaseOutcome)outcome, (GramCaseUrgency)urgency,
                           days_left, due_on, answer_by);
  /* Translators: a row for a screen reader: number, kind, subject and holder of a case, when it is due */
  start = g_strdup_printf (_ ("%s, %s, %s, %s, %s"), number,
                           gram_case_kind_title ((GramCaseKind)kind), label, holder, due);
  if (claimed_by == NULL || *claimed_by == '\0')
    return g_steal_pointer (&start);

  /* Translators: a case as above, and who claimed it */
  return g_strdup_printf (_ ("%s, claimed by %s"), start, claimed_by);
}

void
gram_case_texts_bind_closures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, case_number);
  gtk_widget_class_bind_template_callback (widget_class, case_kind);
  gtk_widget_class_bind_template_callback (widget_class, case_subject);
  gtk_widget_class_bind_template_callback (widget_class, case_claimed_by);
  gtk_widget_class_bind_template_callback (widget_class, case_age);
  gtk_widget_class_bind_template_callback (widget_class, case_age_tip);
  gtk_widget_class_bind_template_callback (widget_class, case_due);
  gtk_widget_class_bind_template_callback (widget_class, case_summary);
  gtk_widget_class_bind_template_callback (widget_class, case_row_label);
}
