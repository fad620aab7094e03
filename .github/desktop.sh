#!/bin/sh
# Runs a command on a Linux desktop of its own: a display, a session bus, and a window manager, without which no window can be minimized.
exec xvfb-run --auto-servernum dbus-run-session -- sh -c 'openbox & exec "$@"' sh "$@"
