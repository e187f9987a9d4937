/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-dispute-dialog-private.h"

#include "gram-form.h"
#include "gram-identifier.h"
#include "gram-vehicle-fields.h"
#include "gram-vehicle-target.h"

#include <glib/gi18n-lib.h>

/* An account number has so many digits. */
#define N_DIGITS 8

GramDisputeKind
_gram_dispute_dialog_get_kind (GramDisputeDialog *self)
{
  if (self->choice == NULL)
    return GRAM_DISPUTE_MISSING;

  return g_strcmp0 (adw_toggle_group_get_active_name (self->kind_toggles), "not-ours") == 0
             ? GRAM_DISPUTE_NOT_OURS
             : GRAM_DISPUTE_VALUE;
}

const GramVehicleField *
_gram_dispute_dialog_get_field (GramDisputeDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->field_row);

  return selected < self->fields->len ? self->fields->pdata[selected] : NULL;
}

/* A figure that explains itself can be cited, line by line, where a value is what is wrong. */
static void
show_citation (GramDisputeDialog *self)
{
  const GramVehicleStanding *standing = self->file != NULL ? self->file->standing : NULL;
  g_autoptr (GramFigure) figure = NULL;

  if (standing != NULL && standing->now.known
      && _gram_dispute_dialog_get_kind (self) == GRAM_DISPUTE_VALUE)
    figure = gram_vehicle_target_figure (&standing->now);
  gram_citation_row_set_figure (self->citation_row, figure);
}

static void
show_kind (GramDisputeDialog *self)
{
  GramDisputeKind kind = _gram_dispute_dialog_get_kind (self);

  gtk_widget_set_visible (self->kind_group, self->choice != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->value_group), kind == GRAM_DISPUTE_VALUE);
  gtk_widget_set_visible (self->not_ours_group, kind == GRAM_DISPUTE_NOT_OURS);
  gtk_widget_set_visible (self->missing_group, kind == GRAM_DISPUTE_MISSING);
  gtk_widget_set_visible (self->details_group, kind == GRAM_DISPUTE_MISSING);
  show_citation (self);
}

static void
kind_changed_cb (GramDisputeDialog *self)
{
  g_assert (GRAM_IS_DISPUTE_DIALOG (self));

  gram_form_refuse (self->refusal_label, NULL, NULL);
  show_kind (self);
}

/* A closed set of answers is said, so that nobody has to guess. */
static char *
dup_words (const GramVehicleField *field)
{
  g_autofree char *words = NULL;

  if (field->words == NULL)
    return NULL;

  words = g_strjoinv (", ", (char **)field->words);

  /* Translators: %s is a list of the words that a field takes */
  return g_strdup_printf (_ ("One of: %s"), words);
}

static void
field_changed_cb (GramDisputeDialog *self)
{
  const GramVehicleField *field;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  g_assert (GRAM_IS_DISPUTE_DIALOG (self));

  field = _gram_dispute_dialog_get_field (self);
  if (field == NULL)
    return;

  if (field->unit != NULL)
    /* Translators: %s is a unit; the underscore marks the mnemonic */
    title = g_strdup_printf (_ ("It Sh_ould Say (%s)"), _ (field->unit));
  else if (field->kind == GRAM_VEHICLE_FIELD_DATE)
    title = g_strdup (_ ("It Sh_ould Say (Such as 2026-03-31)"));
  else
    title = g_strdup (_ ("It Sh_ould Say"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->claimed_row), title);
  words = dup_words (field);
  adw_preferences_group_set_description (self->value_group, words);
  gram_form_set_error (GTK_WIDGET (self->claimed_row), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->stated_row), self->file != NULL);
  if (self->file != NULL)
    {
      g_autofree char *value = gram_vehicle_field_get (field, self->file->record);
      g_autofree char *text = gram_vehicle_field_format_for_people (field->name, value);
      const char *reason = field->kind == GRAM_VEHICLE_FIELD_REASON && self->file->standing != NULL
                               ? self->file->standing->excluded
                               : NULL;

      adw_action_row_set_subtitle (self->stated_row, reason != NULL ? reason : text);
    }
}

static void
claimed_changed_cb (GramDisputeDialog *self)
{
  gram_form_set_error (GTK_WIDGET (self->claimed_row), NULL);
}

static guint
count_digits (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += g_ascii_isdigit (*text) ? 1 : 0;

  return n;
}

/* What is wrong with a number: NULL if nothing is, or if it is not all there yet. */
static const char *
check_number (GramDisputeDialog *self, const char *text, gboolean whole)
{
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];
  g_autoptr (GError) error = NULL;

  if (*text == '\0' || (!whole && count_digits (text) < N_DIGITS))
    return NULL;
  if (!gram_account_number_parse (text, number, &error))
    return g_error_matches (error, GRAM_RULES_ERROR, GRAM_RULES_ERROR_ACCOUNT_NUMBER_CHECK)
               ? _ ("The check digit does not fit: a digit is wrong, or two are swapped.")
               : _ ("An account number has eight digits.");
  if (g_strcmp0 (number, self->account) == 0)
    return _ (
        "This is the account on which it stands. Leave it empty if you do not know whose it is.");

  return NULL;
}

/* Verified while it is typed. */
static void
right_account_changed_cb (GramDisputeDialog *self)
{
  g_autofree char *text = gram_form_dup_text (GTK_WIDGET (self->right_account_row));
  const char *wrong = check_number (self, text, FALSE);

  gram_form_set_error (GTK_WIDGET (self->right_account_row), wrong);
  gtk_widget_set_visible (self->right_account_image,
                          wrong == NULL && count_digits (text) == N_DIGITS);
}

static void
reason_changed_cb (GramDisputeDialog *self)
{
  gram_form_set_error (GTK_WIDGET (self->reason_row), NULL);
}

/* The fields of the vehicles of such an account; the CO₂ value is what is wrong most of the time. */
static void
fill_fields (GramDisputeDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->fields, 0);
  for (gsize i = 0; i < GRAM_VEHICLE_FIELD_N; i++)
    {
      const GramVehicleField *field = &gram_vehicle_fields ()[i];

      if (!gram_vehicle_field_is_disputable (field, self->account_kind))
        continue;
      if (g_str_equal (field->name, "co2"))
        selected = self->fields->len;
      gtk_string_list_append (titles, gram_vehicle_field_title (field->name));
      g_ptr_array_add (self->fields, (gpointer)field);
    }
  adw_combo_row_set_model (self->field_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->field_row, selected);
}

void
_gram_dispute_dialog_form_show (GramDisputeDialog *self)
{
  fill_fields (self);
  field_changed_cb (self);
  show_kind (self);
}

static gboolean
check_claimed (GramDisputeDialog *self)
{
  const GramVehicleField *field = _gram_dispute_dialog_get_field (self);
  g_autofree char *text = gram_form_dup_text (GTK_WIDGET (self->claimed_row));
  g_autofree char *claimed = NULL;
  g_autofree char *stated = NULL;
  g_autoptr (GramRefusal) refusal = NULL;

  claimed = gram_vehicle_field_read (field, text, GRAM_DATE_NONE, &refusal);
  if (claimed == NULL)
    {
      gram_form_set_error (GTK_WIDGET (self->claimed_row),
                           *text == '\0' ? _ ("Enter what it should say.") : refusal->message);
      return FALSE;
    }
  if (self->file == NULL)
    return TRUE;

  stated = gram_vehicle_field_get (field, self->file->record);
  if (!gram_vehicle_field_same (field, stated, claimed))
    return TRUE;

  gram_form_set_error (GTK_WIDGET (self->claimed_row),
                       _ ("It says that already. Enter what it should say instead."));
  return FALSE;
}

static gboolean
check_right_account (GramDisputeDialog *self)
{
  g_autofree char *text = gram_form_dup_text (GTK_WIDGET (self->right_account_row));
  const char *wrong = check_number (self, text, TRUE);

  gram_form_set_error (GTK_WIDGET (self->right_account_row), wrong);

  return wrong == NULL;
}

gboolean
_gram_dispute_dialog_form_check (GramDisputeDialog *self)
{
  g_autofree char *reason = gram_text_row_dup_text (self->reason_row);
  gboolean fits = TRUE;

  switch (_gram_dispute_dialog_get_kind (self))
    {
    case GRAM_DISPUTE_VALUE:
      fits = check_claimed (self);
      break;
    case GRAM_DISPUTE_NOT_OURS:
      fits = check_right_account (self);
      break;
    case GRAM_DISPUTE_MISSING:
    default:
      fits = _gram_dispute_dialog_missing_check (self);
      break;
    }
  if (*reason == '\0')
    gram_form_set_error (GTK_WIDGET (self->reason_row),
                         _ ("Say why: the administrator decides by it."));

  return fits && *reason != '\0';
}

static void
take_text (GVariantDict *arguments, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    g_variant_dict_insert (arguments, name, "s", text);
}

void
_gram_dispute_dialog_form_take (GramDisputeDialog *self, GVariantDict *arguments)
{
  GramDisputeKind kind = _gram_dispute_dialog_get_kind (self);
  g_autofree char *reason = gram_text_row_dup_text (self->reason_row);
  g_autofree char *claimed = gram_form_dup_text (GTK_WIDGET (self->claimed_row));
  g_autofree char *number = gram_form_dup_text (GTK_WIDGET (self->right_account_row));
  g_autofree char *citation = gram_citation_row_dup_text (self->citation_row);

  g_variant_dict_insert (arguments, "kind", "s", gram_word_for ("dispute-kind", (int)kind));
  take_text (arguments, "reason", reason);
  take_text (arguments, "citation", citation);
  if (kind == GRAM_DISPUTE_VALUE)
    {
      take_text (arguments, "field", _gram_dispute_dialog_get_field (self)->name);
      take_text (arguments, "claimed", claimed);
    }
  else if (kind == GRAM_DISPUTE_NOT_OURS)
    take_text (arguments, "right-account", number);
  else
    _gram_dispute_dialog_missing_take (self, arguments);
}

gboolean
_gram_dispute_dialog_form_is_filled (GramDisputeDialog *self)
{
  g_autofree char *reason = gram_text_row_dup_text (self->reason_row);

  return *reason != '\0' || *gtk_editable_get_text (GTK_EDITABLE (self->claimed_row)) != '\0'
         || *gtk_editable_get_text (GTK_EDITABLE (self->right_account_row)) != '\0'
         || _gram_dispute_dialog_missing_is_filled (self);
}

void
_gram_dispute_dialog_form_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, claimed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, right_account_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
}
