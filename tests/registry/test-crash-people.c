/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "registry-fixture.h"

#include "gram-invitation-table.h"
#include "gram-member-table.h"
#include "gram-test-child.h"

#include <signal.h>

/*
 * SIGKILL at random moments while people come and go, and while accounts are opened and closed. Nothing that the child
 * reported as done may be lost, no command may be there by half, and the registry has to verify.
 */
#define KILLS 24

typedef struct
{
  GramRegistry *registry;
  GramActor *administrator;
  GramActor *owner;
  GramActor *stranger;
} Child;

static GramActor *
sign_in (GramRegistry *registry, const char *email)
{
  GramActor *actor = NULL;

  g_assert_cmpint (gram_registry_sign_in (registry, email, NULL, &actor, NULL, NULL), ==,
                   GRAM_OUTCOME_DONE);
  return actor;
}

static Child
child_begin (const char *path)
{
  g_autoptr (GError) error = NULL;
  Child child = { .registry = gram_registry_open (path, GRAM_STORE_READ_WRITE, &error) };

  g_assert_no_error (error);
  child.administrator = sign_in (child.registry, "administrator@example.org");
  child.owner = sign_in (child.registry, "owner@example.org");
  child.stranger = sign_in (child.registry, "stranger@example.org");
  return child;
}

/* Sends a command; a text of its answer, if @text is not NULL. */
static char *
send (Child *child, GramActor *actor, const char *command, GVariant *arguments, const char *text)
{
  g_autoptr (GVariant) result = NULL;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autoptr (GError) error = NULL;
  char *found = NULL;

  gram_registry_perform (child->registry, actor, NULL, command, arguments, NULL, NULL, NULL,
                         &result, &refusal, &error);
  g_assert_no_error (error);
  /* The kill before came between two commands of a round: what it left behind is taken up again. */
  if (result != NULL && text != NULL)
    g_assert_true (g_variant_lookup (result, text, "s", &found));
  return found;
}

static void
say_number (gint64 number)
{
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  gram_test_child_say (line);
}

/* Invited, taken up, other permissions, removed: round after round. */
static int
come_and_go (int n_arguments, char **arguments)
{
  Child child = child_begin (arguments[0]);
  const char *number = arguments[1];

  for (gint64 round = 1;; round++)
    {
      g_autofree char *code = NULL;

      send (&child, child.owner, "member.remove",
            g_variant_new_parsed ("{'account': <%s>, 'person': <'stranger@example.org'>}", number),
            NULL);
      code = send (&child, child.owner, "invitation.create",
                   g_variant_new_parsed ("{'account': <%s>, 'email': <'stranger@example.org'>,"
                                         " 'permissions': <['edit']>}",
                                         number),
                   "code");
      if (code == NULL)
        {
          /* Its code was lost with the child that was killed. */
          g_autoptr (GramInvitationRecord) pending = NULL;

          g_assert_true (
              gram_invitation_table_get_pending (gram_registry_get_store (child.registry), 1,
                                                 "stranger@example.org", &pending, NULL));
          code = send (&child, child.owner, "invitation.resend",
                       g_variant_new_parsed ("{'account': <%s>, 'invitation': <%x>}", number,
                                             pending->id),
                       "code");
        }
      send (&child, child.stranger, "invitation.accept",
            g_variant_new_parsed ("{'code': <%s>}", code), NULL);
      send (&child, child.owner, "member.set-permissions",
            g_variant_new_parsed ("{'account': <%s>, 'person': <'stranger@example.org'>,"
                                  " 'permissions': <['transfer']>}",
                                  number),
            NULL);
      say_number (round);
    }
  return 0;
}

/* Opened, given credits, closed with them: account after account. */
static int
open_and_close (int n_arguments, char **arguments)
{
  Child child = child_begin (arguments[0]);

  for (;;)
    {
      g_autofree char *number
          = send (&child, child.owner, "account.open",
                  g_variant_new_parsed ("{'kind': <'ccs-used'>, 'holder': <'Quay Cars Ltd'>,"
                                        " 'contact-name': <'Tama Walker'>,"
                                        " 'contact-email': <'tama@example.org'>}"),
                  "account");

      send (&child, child.administrator, "credit.carry-in",
            g_variant_new_parsed ("{'account': <%s>, 'year': <int64 2025>, 'amount': <'12.40'>}",
                                  number),
            NULL);
      send (&child, child.owner, "account.request-closing",
            g_variant_new_parsed (
                "{'account': <%s>, 'reason': <'Sold'>, 'delete-credits': <'12.40'>}", number),
            NULL);
      send (&child, child.administrator, "account.close",
            g_variant_new_parsed ("{'account': <%s>, 'reason': <'Sold'>}", number), NULL);
      gram_test_child_say (number);
    }
  return 0;
}

/* Entries of a command that was done, by the journal. */
static gint64
count_entries (Fixture *f, const char *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries
      = gram_journal_list (gram_registry_get_store (f->registry), 0, 0, 1000000, &error);
  gint64 n_entries = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    n_entries
        += g_str_equal (((const GramJournalEntry *)entries->pdata[i])->command, command) ? 1 : 0;
  return n_entries;
}

/* Rows that a question of the store's counts. */
static gint64
count_invitations (Fixture *f, GramInvitationState state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all
      = gram_invitation_table_list (gram_registry_get_store (f->registry), 1, 0, &error);
  gint64 n_invitations = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    n_invitations += ((const GramInvitationRecord *)all->pdata[i])->state == state ? 1 : 0;
  return n_invitations;
}

static void
assert_people_whole (Fixture *f, GPtrArray *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = NULL;
  gint64 accepted = count_entries (f, "invitation.accept");
  gint64 removed = count_entries (f, "member.remove");
  gboolean member = FALSE;

  members = gram_member_table_list (gram_registry_get_store (f->registry), 1, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    member
        = member
          || g_str_equal (((const GramMember *)members->pdata[i])->email, "stranger@example.org");
  g_assert_cmpint (count_invitations (f, GRAM_INVITATION_USED), ==, accepted);
  g_assert_cmpint (count_invitations (f, GRAM_INVITATION_PENDING), ==,
                   count_entries (f, "invitation.create") - accepted);
  g_assert_cmpint (accepted - removed, ==, member ? 1 : 0);
  g_assert_cmpint (accepted, >=, (gint64)lines->len);
}

static void
assert_accounts_whole (Fixture *f, GPtrArray *lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts
      = gram_account_table_list (gram_registry_get_store (f->registry), 0, &error);
  gint64 n_closed = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < accounts->len; i++)
    n_closed += ((const GramAccountRecord *)accounts->pdata[i])->state == GRAM_ACCOUNT_CLOSED;
  g_assert_cmpint (n_closed, ==, count_entries (f, "account.close"));
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (GramAccountRecord) account = NULL;

      g_assert_true (gram_account_table_get_by_number (gram_registry_get_store (f->registry),
                                                       lines->pdata[i], &account, NULL));
      g_assert_cmpint (account->state, ==, GRAM_ACCOUNT_CLOSED);
    }
}

static gint32
time_to_first (const char *task, const char *const *arguments)
{
  gint64 start = g_get_monotonic_time ();
  GramTestChild *child = gram_test_child_new (task, arguments);
  g_autofree char *line = gram_test_child_read_line (child);
  gint32 duration = (gint32)(g_get_monotonic_time () - start);

  g_assert_nonnull (line);
  gram_test_child_kill (child);
  gram_test_child_wait (child);
  return duration;
}

static const struct
{
  const char *task;
  void (*assert_whole) (Fixture *f, GPtrArray *lines);
} works[] = {
  { "come-and-go", assert_people_whole },
  { "open-and-close", assert_accounts_whole },
};

static void
test_kills (gconstpointer data)
{
  gsize work = GPOINTER_TO_SIZE (data);
  g_autoptr (Fixture) f = fixture_new (GRAM_REGISTRY_PRACTICE);
  const char *const arguments[] = { f->path, f->numbers[1], NULL };
  gint32 first = time_to_first (works[work].task, arguments);
  guint n_lines = 0;

  for (int kill = 0; kill < KILLS; kill++)
    {
      g_autoptr (GPtrArray) lines = NULL;
      int status = 0;

      lines = gram_test_child_kill_after (works[work].task, arguments,
                                          (gulong)g_test_rand_int_range (first / 4, first * 3),
                                          &status);
      g_assert_cmpint (status, ==, -SIGKILL);
      fixture_reopen (f);
      fixture_verify (f);
      works[work].assert_whole (f, lines);
      n_lines += lines->len;
    }
  g_test_message ("%d kills, %u rounds were whole", KILLS, n_lines);
  g_assert_cmpuint (n_lines, >, 0);
}

int
main (int argc, char *argv[])
{
  static const GramTestTask tasks[]
      = { { "come-and-go", come_and_go }, { "open-and-close", open_and_close } };
  int status;

  if (gram_test_child_main (argc, argv, tasks, G_N_ELEMENTS (tasks), &status))
    return status;
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_data_func ("/registry/crash/come-and-go", GSIZE_TO_POINTER (0), test_kills);
  g_test_add_data_func ("/registry/crash/open-and-close", GSIZE_TO_POINTER (1), test_kills);
  return g_test_run ();
}
