#!/bin/sh
# blueprint.sh STAMP COMPILER ARGUMENTS…: compiles all templates in one batch. Any word of the compiler,
# also a warning, is an error; the stamp tells ninja when it was done.
stamp=$1
shift
said=$("$@" 2>&1)
status=$?
if [ "$status" -ne 0 ] || [ -n "$said" ]; then
  printf '%s\n' "$said" >&2
  exit 1
fi
touch "$stamp"
