/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GRAM_EXCHANGE_ERROR:
 *
 * Domain of the errors of files in and out.
 */
#define GRAM_EXCHANGE_ERROR (gram_exchange_error_quark ())

/**
 * GramExchangeError:
 * @GRAM_EXCHANGE_ERROR_READ: the file cannot be opened or read
 * @GRAM_EXCHANGE_ERROR_WRITE: the file cannot be written (full disk, no permission)
 * @GRAM_EXCHANGE_ERROR_ENCODING: the bytes are not text in the encoding that was chosen
 * @GRAM_EXCHANGE_ERROR_SYNTAX: the file is not CSV, JSON Lines or JSON
 * @GRAM_EXCHANGE_ERROR_LIMIT: a field, a row, a document is larger, or a document deeper, than Gram reads
 * @GRAM_EXCHANGE_ERROR_MEMBER: a JSON member is missing, unknown or of the wrong type
 * @GRAM_EXCHANGE_ERROR_MAPPING: the mapping names columns that the file lacks, or lacks what it needs
 * @GRAM_EXCHANGE_ERROR_KEY: a key is none, or none can be made
 * @GRAM_EXCHANGE_ERROR_SIGNATURE: a signature does not agree with what is signed: the file was changed or damaged
 *
 * What the caller can do something about. Messages are translated sentences that name the row or the JSON path.
 */
typedef enum
{
  GRAM_EXCHANGE_ERROR_READ = 1,
  GRAM_EXCHANGE_ERROR_WRITE,
  GRAM_EXCHANGE_ERROR_ENCODING,
  GRAM_EXCHANGE_ERROR_SYNTAX,
  GRAM_EXCHANGE_ERROR_LIMIT,
  GRAM_EXCHANGE_ERROR_MEMBER,
  GRAM_EXCHANGE_ERROR_MAPPING,
  GRAM_EXCHANGE_ERROR_KEY,
  GRAM_EXCHANGE_ERROR_SIGNATURE,
} GramExchangeError;

/**
 * gram_exchange_error_quark:
 *
 * Returns: the domain
 */
GQuark gram_exchange_error_quark (void);

G_END_DECLS
