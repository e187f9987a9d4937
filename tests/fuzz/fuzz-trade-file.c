/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fuzz.h"
#include "gram-identifier.h"
#include "gram-trade-file.h"

#include <string.h>

/* Any text is a trade file or an error; whoever reads a file gets what its signature stands for, and nothing beyond what the
 * registry could hold. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_autoptr (GramTradeFile) file = gram_trade_file_read (text, -1, &error);
  const GramTradeNotification *notification;
  char number[GRAM_ACCOUNT_NUMBER_BUFFER];

  g_assert_true ((file == NULL) == (error != NULL));
  if (file == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  notification = file->notification;
  g_assert_cmpuint (strlen (file->digest), ==, 64);
  g_assert_true (gram_trade_file_is_signed_by (file, file->public_key));
  g_assert_cmpint (notification->quantity, >, 0);
  g_assert_cmpint (notification->price, >=, 0);
  g_assert_cmpstr (notification->note, ==, "");
  g_assert_true (gram_date_is_valid (notification->agreed_on));
  g_assert_true (gram_account_number_parse (notification->transferor_number, number, NULL));
  g_assert_true (gram_account_number_parse (notification->transferee_number, number, NULL));
  return 0;
}
