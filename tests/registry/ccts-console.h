/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "console-fixture.h"

G_BEGIN_DECLS

/* gramctl as a process on a fresh practice registry, with a date of its own: commands are gathered and sent as a batch. */
typedef struct
{
  Console console;
  GramTestDir *dir;
  GHashTable *numbers; /* of accounts, by name of the holder */
  GString *batch;
  GPtrArray *expected; /* what each line of the batch is told */
  char *today;
} CctsConsole;

typedef void (*CctsConsoleTest) (CctsConsole *self, gconstpointer data);

/* g_test_add() of such a test. */
void ccts_console_add (const char *path, gconstpointer data, CctsConsoleTest test);

/* Sends what was gathered; what follows happens on @day. */
void ccts_console_begin (CctsConsole *self, const char *day);

/* Gathers a command: its name, then arguments as JSON with ' for " and '@NAME' for the number of an account. */
void ccts_console_do (CctsConsole *self, const char *refusal, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* The command gathered last answers that number. */
void ccts_console_answers (CctsConsole *self, const char *member, gint64 number);

/* Sends them; each is done, or refused as it was said. */
void ccts_console_send (CctsConsole *self);

/* An account of the CCTS; its cars of 2025, see the test; its baseline of 2025. */
void ccts_console_open (CctsConsole *self, const char *holder);
void ccts_console_fleet (CctsConsole *self, const char *holder, const char *fleet);
void ccts_console_baseline (CctsConsole *self, const char *holder, const char *value);
char *ccts_console_dup_number (CctsConsole *self, const char *holder);

/* Runs gramctl on the registry with words separated by |; its output as JSON, if it has to be done. */
int ccts_console_run (CctsConsole *self, const char *words);
JsonNode *ccts_console_ask (CctsConsole *self, const char *words);

/* The registry is sound. */
void ccts_console_check (CctsConsole *self);

G_END_DECLS
