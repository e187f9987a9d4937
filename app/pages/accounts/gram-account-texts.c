/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-texts.h"

#include "gram-account-rules.h"
#include "gram-account.h"
#include "gram-formats.h"

#include <glib/gi18n-lib.h>

const char *
gram_account_kind_short_title (GramAccountKind kind)
{
  switch (kind)
    {
    case GRAM_ACCOUNT_CCS_USED:
      /* Translators: Clean Car Standard, used vehicles; as short as a filter needs it */
      return _ ("CCS used");
    case GRAM_ACCOUNT_CCS_NEW:
      /* Translators: Clean Car Standard, new vehicles; as short as a filter needs it */
      return _ ("CCS new");
    case GRAM_ACCOUNT_CCTS:
      return _ ("CCTS");
    default:
      return "";
    }
}

const char *
gram_charge_scheme_title (GramChargeScheme scheme)
{
  switch (scheme)
    {
    case GRAM_CHARGE_SCHEME_PAYG:
      /* Translators: pay as you go, a charge scheme */
      return _ ("PAYG");
    case GRAM_CHARGE_SCHEME_FLEET_AVERAGE:
      return _ ("Fleet Average");
    default:
      return "";
    }
}

static char *
account_number (GObject *object, const char *number)
{
  return number != NULL && *number != '\0' ? gram_format_account_number (number) : g_strdup ("");
}

static char *
account_kind (GObject *object, gboolean loading, guint kind)
{
  return g_strdup (loading ? "" : gram_account_kind_short_title ((GramAccountKind)kind));
}

static char *
account_state (GObject *object, gboolean loading, guint state)
{
  return g_strdup (loading ? "" : gram_account_state_title ((GramAccountState)state));
}

/* Anything but open and closed waits for somebody. */
static gboolean
account_needs_person (GObject *object, gboolean loading, guint state)
{
  return !loading
         && (state & (GRAM_ACCOUNT_SUSPENDED | GRAM_ACCOUNT_BLOCKED | GRAM_ACCOUNT_CLOSING)) != 0;
}

/* A charge scheme is a matter of the Clean Car Standard. */
static char *
account_scheme (GObject *object, gboolean loading, guint kind, guint scheme)
{
  if (loading || gram_account_kind_scheme ((GramAccountKind)kind) != GRAM_SCHEME_CCS)
    return g_strdup (loading ? "" : "–");

  return g_strdup (gram_charge_scheme_title ((GramChargeScheme)scheme));
}

static char *
account_waiting (GObject *object, gint64 waiting)
{
  return waiting > 0 ? gram_format_count (waiting) : g_strdup ("");
}

static char *
account_summary (GObject *object, gboolean loading, const char *number, guint kind)
{
  g_autofree char *grouped = NULL;

  if (loading || number == NULL)
    return g_strdup ("");

  grouped = gram_format_account_number (number);

  /* Translators: number of an account, then its kind */
  return g_strdup_printf (_ ("%s · %s"), grouped,
                          gram_account_kind_short_title ((GramAccountKind)kind));
}

static char *
account_row_label (GObject *object,
                   gboolean loading,
                   const char *holder,
                   const char *number,
                   guint kind,
                   guint state)
{
  g_autofree char *grouped = NULL;

  if (loading)
    return g_strdup (_ ("Loading"));

  grouped = gram_format_account_number (number);

  /* Translators: a row for a screen reader: holder, number, kind, state */
  return g_strdup_printf (_ ("%s, %s, %s, %s"), holder, grouped,
                          gram_account_kind_title ((GramAccountKind)kind),
                          gram_account_state_title ((GramAccountState)state));
}

void
gram_account_texts_bind_closures (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, account_number);
  gtk_widget_class_bind_template_callback (widget_class, account_kind);
  gtk_widget_class_bind_template_callback (widget_class, account_state);
  gtk_widget_class_bind_template_callback (widget_class, account_needs_person);
  gtk_widget_class_bind_template_callback (widget_class, account_scheme);
  gtk_widget_class_bind_template_callback (widget_class, account_waiting);
  gtk_widget_class_bind_template_callback (widget_class, account_summary);
  gtk_widget_class_bind_template_callback (widget_class, account_row_label);
}
