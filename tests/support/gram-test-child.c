/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-test-child.h"

#include <errno.h>
#include <linux/capability.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

struct _GramTestChild
{
  GPid pid;
  FILE *output;
};

gboolean
gram_test_child_main (int argc, char **argv, const GramTestTask *tasks, gsize n_tasks, int *status)
{
  if (argc < 3 || strcmp (argv[1], "--child") != 0)
    return FALSE;
  for (gsize i = 0; i < n_tasks; i++)
    {
      if (strcmp (argv[2], tasks[i].name) == 0)
        {
          *status = tasks[i].run (argc - 3, argv + 3);
          return TRUE;
        }
    }
  g_error ("no task “%s”", argv[2]);
}

GramTestChild *
gram_test_child_new (const char *task, const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *self_path = g_file_read_link ("/proc/self/exe", NULL);
  g_autoptr (GError) error = NULL;
  GramTestChild *self = g_new0 (GramTestChild, 1);
  int output = -1;

  g_ptr_array_add (argv, self_path);
  g_ptr_array_add (argv, (gpointer) "--child");
  g_ptr_array_add (argv, (gpointer)task);
  for (gsize i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer)arguments[i]);
  g_ptr_array_add (argv, NULL);
  g_spawn_async_with_pipes (NULL, (char **)argv->pdata, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &self->pid, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  self->output = fdopen (output, "r");
  g_assert_nonnull (self->output);
  return self;
}

char *
gram_test_child_read_line (GramTestChild *self)
{
  g_autofree char *copy = NULL;
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  length = getline (&line, &size, self->output);
  /* A line without its end was cut off by the kill: the child never said it. */
  if (length > 0 && line[length - 1] == '\n')
    copy = g_strndup (line, (gsize)length - 1);
  free (line);
  return g_steal_pointer (&copy);
}

void
gram_test_child_kill (GramTestChild *self)
{
  kill (self->pid, SIGKILL);
}

int
gram_test_child_wait (GramTestChild *self)
{
  int status = 0;
  pid_t pid;

  do
    pid = waitpid (self->pid, &status, 0);
  while (pid < 0 && errno == EINTR);
  g_assert_cmpint (pid, ==, self->pid);
  fclose (self->output);
  g_free (self);
  return WIFEXITED (status) ? WEXITSTATUS (status) : -WTERMSIG (status);
}

GPtrArray *
gram_test_child_kill_after (const char *task,
                            const char *const *arguments,
                            gulong delay_us,
                            int *status)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GramTestChild *self = gram_test_child_new (task, arguments);
  char *line;

  g_usleep (delay_us);
  gram_test_child_kill (self);
  while ((line = gram_test_child_read_line (self)) != NULL)
    g_ptr_array_add (lines, line);
  *status = gram_test_child_wait (self);
  return lines;
}

void
gram_test_child_say (const char *line)
{
  g_autofree char *text = g_strconcat (line, "\n", NULL);
  gsize size = strlen (text);

  g_assert_cmpint (write (STDOUT_FILENO, text, size), ==, (gssize)size);
}

void
gram_test_obey_permissions (void)
{
  struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct data[2] = { 0 };
  guint32 overrides = (1u << CAP_DAC_OVERRIDE) | (1u << CAP_DAC_READ_SEARCH);

  g_assert_cmpint (syscall (SYS_capget, &header, data), ==, 0);
  data[0].effective &= ~overrides;
  data[0].permitted &= ~overrides;
  data[0].inheritable &= ~overrides;
  g_assert_cmpint (syscall (SYS_capset, &header, data), ==, 0);
}
