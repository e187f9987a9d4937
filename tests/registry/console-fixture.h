/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-json-variant.h"
#include "gram-test-dir.h"

#include <gio/gio.h>
#include <sys/resource.h>

G_BEGIN_DECLS

#define CONSOLE_PASSWORD "correct horse battery"
#define CONSOLE_EMAIL "ada@example.org"

/* gramctl as a process, and an own registry with one account and one vehicle that it works on. */
typedef struct
{
  GramTestDir *dir;
  char *path;
  char *number;
  int status;
  char *output;
  char *messages;
  rlim_t most_bytes; /* that a file may have; 0: no limit */
} Console;

void console_set_up (Console *self, gconstpointer data);
void console_tear_down (Console *self, gconstpointer data);

/* Runs gramctl with words separated by |; @@ stands for the registry, # for the account's number. Answers its status. */
int console_run (Console *self, const char *line);
int console_run_with (Console *self, const char *password, const char *input, const char *line);

/* The same in two steps, for several at once. */
GSubprocess *console_start (Console *self, const char *password, const char *line);
int console_finish (Console *self, GSubprocess *process, const char *input);

/* The output as JSON. */
JsonNode *console_parse (const char *text);

/* A text of the output's object, or of the object inside it that has that name. */
char *console_text (const char *output, const char *object, const char *member);

G_END_DECLS
