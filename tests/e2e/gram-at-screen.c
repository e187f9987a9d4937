/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-at-private.h"

#include <X11/Xatom.h>
#include <X11/Xutil.h>
#include <cairo.h>
#include <string.h>

/* Without a compositor GTK draws a plain frame around its windows; it is cut off. */
#define FRAME 5

/* A window may be gone by the time that it is asked about. */
static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

static guint
get_window_pid (Display *display, Window window)
{
  Atom property = XInternAtom (display, "_NET_WM_PID", False);
  Atom type;
  int format;
  unsigned long n_items;
  unsigned long rest;
  unsigned char *data = NULL;
  guint pid = 0;

  if (XGetWindowProperty (display, window, property, 0, 1, False, XA_CARDINAL, &type, &format,
                          &n_items, &rest, &data)
          == Success
      && data != NULL && n_items == 1 && format == 32)
    pid = (guint) * (unsigned long *)(gpointer)data;
  if (data != NULL)
    XFree (data);

  return pid;
}

/* The windows of the program that are on screen, from the bottom up. */
static GArray *
list_windows (GramAt *self)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (Window));
  Window root = DefaultRootWindow (self->display);
  Window parent;
  Window *children = NULL;
  unsigned int n_children = 0;

  XSetErrorHandler (ignore_error);
  if (XQueryTree (self->display, root, &root, &parent, &children, &n_children) == 0)
    return windows;
  for (unsigned int i = 0; i < n_children; i++)
    {
      XWindowAttributes attributes;

      if (get_window_pid (self->display, children[i]) == self->pid
          && XGetWindowAttributes (self->display, children[i], &attributes) != 0
          && attributes.map_state == IsViewable && attributes.width > 40)
        g_array_append_val (windows, children[i]);
    }
  if (children != NULL)
    XFree (children);

  return windows;
}

Window
_gram_at_main_window (GramAt *self)
{
  g_autoptr (GArray) windows = list_windows (self);

  return windows->len > 0 ? g_array_index (windows, Window, 0) : None;
}

Window
_gram_at_top_window (GramAt *self)
{
  g_autoptr (GArray) windows = list_windows (self);

  for (guint i = windows->len; i > 0; i--)
    {
      Window window = g_array_index (windows, Window, i - 1);
      XWindowAttributes attributes;

      /* A popover takes its keys from the window below it. */
      if (XGetWindowAttributes (self->display, window, &attributes) != 0
          && !attributes.override_redirect)
        return window;
    }

  return None;
}

static gboolean
has_window (GramAt *self, gpointer data)
{
  return _gram_at_top_window (self) != None;
}

/* There is no window manager: who shall have the keys gets them from us. */
gboolean
_gram_at_focus (GramAt *self)
{
  Window focus;
  int revert;
  Window top;

  if (!_gram_at_wait_until (self, has_window, NULL))
    {
      gram_at_fail (self, "The program shows no window");
      return FALSE;
    }

  top = _gram_at_top_window (self);
  XGetInputFocus (self->display, &focus, &revert);
  if (focus != top)
    {
      XSetInputFocus (self->display, top, RevertToPointerRoot, CurrentTime);
      XSync (self->display, False);
      gram_at_pause (50);
    }

  return TRUE;
}

static gboolean
run_xdotool (GramAt *self, const char *command, const char *option, const char *text)
{
  const char *argv[] = { "xdotool", command, option, "--clearmodifiers", "--", text, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!_gram_at_focus (self))
    return FALSE;
  if (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                    &error)
      && g_spawn_check_wait_status (status, &error))
    return TRUE;

  gram_at_fail (self, "xdotool: %s", error->message);

  return FALSE;
}

gboolean
gram_at_key (GramAt *self, const char *keys)
{
  return run_xdotool (self, "key", "--delay=20", keys);
}

gboolean
gram_at_type (GramAt *self, const char *text)
{
  return run_xdotool (self, "type", "--delay=8", text);
}

gboolean
gram_at_click (GramAt *self, AtspiAccessible *node)
{
  g_autoptr (AtspiComponent) component = NULL;
  AtspiRect *extents;
  Window window;
  Window child;
  int x;
  int y;

  if (node == NULL || !_gram_at_focus (self))
    return FALSE;

  component = atspi_accessible_get_component_iface (node);
  extents = component != NULL
                ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL)
                : NULL;
  window = _gram_at_top_window (self);
  if (extents == NULL || window == None)
    {
      gram_at_fail (self, "There is no place to click");
      return FALSE;
    }
  XTranslateCoordinates (self->display, window, DefaultRootWindow (self->display), 0, 0, &x, &y,
                         &child);
  x += extents->x + extents->width / 2;
  y += extents->y + extents->height / 2;
  g_free (extents);

  return atspi_generate_mouse_event (x, y, "b1c", NULL);
}

static XImage *
take (GramAt *self, int x, int y, int width, int height)
{
  Display *display = self->display;
  int screen = DefaultScreen (display);

  width = MIN (width, DisplayWidth (display, screen) - x);
  height = MIN (height, DisplayHeight (display, screen) - y);

  return XGetImage (display, RootWindow (display, screen), x, y, (unsigned int)width,
                    (unsigned int)height, AllPlanes, ZPixmap);
}

static gboolean
is_same (const XImage *a, const XImage *b)
{
  return a->width == b->width && a->height == b->height
         && memcmp (a->data, b->data, (gsize)a->bytes_per_line * (gsize)a->height) == 0;
}

typedef struct
{
  Window window;
  int width;
  int height;
} Size;

/* What a picture of the window would be. */
static XImage *
take_window (GramAt *self, Window window)
{
  XWindowAttributes attributes;

  if (XGetWindowAttributes (self->display, window, &attributes) == 0)
    return NULL;

  return take (self, attributes.x + FRAME, attributes.y + FRAME, attributes.width - 2 * FRAME,
               attributes.height - 2 * FRAME);
}

static gboolean
has_size (GramAt *self, gpointer data)
{
  const Size *size = data;
  XWindowAttributes attributes;

  return XGetWindowAttributes (self->display, size->window, &attributes) != 0
         && attributes.width == size->width && attributes.height == size->height;
}

/* The window has its size at once, its content when it was laid out anew. */
static gboolean
is_laid_out (GramAt *self, gpointer data)
{
  const Size *size = data;
  g_autoptr (AtspiAccessible) frame
      = atspi_accessible_get_child_at_index (self->application, 0, NULL);
  g_autoptr (AtspiComponent) component
      = frame != NULL ? atspi_accessible_get_component_iface (frame) : NULL;
  AtspiRect *extents = component != NULL
                           ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL)
                           : NULL;
  int width = extents != NULL ? extents->width : 0;

  g_free (extents);

  return width <= size->width && width >= size->width - 4 * FRAME;
}

gboolean
gram_at_resize (GramAt *self, int width, int height)
{
  Size size = { _gram_at_main_window (self), width + 2 * FRAME, height + 2 * FRAME };

  if (!_gram_at_focus (self))
    return FALSE;
  /* Where the mouse points, tooltips come up. */
  XWarpPointer (self->display, None, DefaultRootWindow (self->display), 0, 0, 0, 0, 10000, 10000);
  if (has_size (self, &size))
    return TRUE;

  XResizeWindow (self->display, size.window, (unsigned int)size.width, (unsigned int)size.height);
  XMoveWindow (self->display, size.window, 0, 0);
  XSync (self->display, False);
  if (!_gram_at_wait_until (self, has_size, &size))
    {
      gram_at_fail (self, "The window does not become %d × %d pixels", width, height);
      return FALSE;
    }
  if (!_gram_at_wait_until (self, is_laid_out, &size))
    {
      gram_at_fail (self, "The window is not laid out %d pixels wide", width);
      return FALSE;
    }

  return TRUE;
}

typedef struct
{
  Window window;
  gboolean dark;
} Style;

/* The frame tells it, even where a dialog dims the rest. */
static gboolean
has_style (GramAt *self, gpointer data)
{
  const Style *style = data;
  XWindowAttributes attributes;
  XImage *image;
  unsigned long pixel;

  if (XGetWindowAttributes (self->display, style->window, &attributes) == 0)
    return FALSE;
  image = take (self, attributes.x + FRAME / 2, attributes.y + FRAME / 2, 1, 1);
  if (image == NULL)
    return FALSE;
  pixel = XGetPixel (image, 0, 0);
  XDestroyImage (image);

  return ((pixel >> 8) & 0xff) < 0x80 ? style->dark : !style->dark;
}

gboolean
gram_at_set_dark (GramAt *self, gboolean dark)
{
  Style style = { _gram_at_main_window (self), dark };

  if (self->failure != NULL)
    return FALSE;

  gram_at_set_setting (self, "style", dark ? "'dark'" : "'light'");
  if (_gram_at_wait_until (self, has_style, &style))
    return TRUE;

  gram_at_fail (self, "The window does not become %s", dark ? "dark" : "light");

  return FALSE;
}

static gboolean
write_image (XImage *image, const char *path)
{
  cairo_surface_t *surface;
  cairo_status_t status;

  /* As Xvfb has it with -screen …x24, and as cairo has its RGB24. */
  if (image->bits_per_pixel != 32 || image->byte_order != LSBFirst)
    return FALSE;

  surface
      = cairo_image_surface_create_for_data ((unsigned char *)image->data, CAIRO_FORMAT_RGB24,
                                             image->width, image->height, image->bytes_per_line);
  status = cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);

  return status == CAIRO_STATUS_SUCCESS;
}

gboolean
_gram_at_picture_of_display (GramAt *self, const char *path)
{
  int screen = DefaultScreen (self->display);
  XImage *image = take (self, 0, 0, DisplayWidth (self->display, screen),
                        DisplayHeight (self->display, screen));
  gboolean written = image != NULL && write_image (image, path);

  if (image != NULL)
    XDestroyImage (image);

  return written;
}

gboolean
gram_at_picture (GramAt *self, const char *path)
{
  Window window = _gram_at_main_window (self);
  XImage *last = NULL;
  guint n_same = 0;
  gboolean written;

  if (!_gram_at_focus (self))
    return FALSE;

  /* Three times the same stands still, unless it has not yet begun to move; a spinner never does. */
  for (guint i = 0; i < 20 && n_same < 2; i++)
    {
      XImage *image;

      gram_at_pause (50);
      image = take_window (self, window);
      n_same = image != NULL && last != NULL && is_same (last, image) ? n_same + 1 : 0;
      if (last != NULL)
        XDestroyImage (last);
      last = image;
    }
  written = last != NULL && write_image (last, path);
  if (last != NULL)
    XDestroyImage (last);
  if (!written)
    gram_at_fail (self, "No picture %s", path);

  return written;
}
