#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Assembles the handler pages and prints what the Java code carries: offsets, then the code as hex, 32 bytes a line.
#
#   ./assemble.sh [-o DIR] [x86_64] [aarch64]
#
#   -o DIR   also leave page-PROCESSOR.bin and page-PROCESSOR.lst (disassembly) there
#
# Needs GNU binutils: for the machine's own processor "binutils", for the other one its cross variant
# (Debian: binutils-x86-64-linux-gnu, binutils-aarch64-linux-gnu). Installs nothing.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
out=
while getopts o: option; do
    case $option in
        o) out=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || set -- x86_64 aarch64

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for processor in "$@"; do
    case $processor in
        x86_64)  package=binutils-x86-64-linux-gnu ;;
        aarch64) package=binutils-aarch64-linux-gnu ;;
        *) echo "$0: no page for $processor" >&2; exit 2 ;;
    esac
    if command -v "$processor-linux-gnu-as" >/dev/null; then
        tool=$processor-linux-gnu-
    elif [ "$(uname -m)" = "$processor" ] && command -v as >/dev/null; then
        tool=
    else
        echo "$0: no assembler for $processor; install $package" >&2
        exit 1
    fi

    object=$work/$processor.o
    binary=$work/$processor.bin
    "${tool}as" -I "$here" -o "$object" "$here/page-$processor.S"
    [ -z "$("${tool}objdump" -r "$object" | grep '^[0-9a-f]')" ] || { echo "$0: relocations left" >&2; exit 1; }
    "${tool}objcopy" -O binary -j .text "$object" "$binary"

    echo "# $processor: $(wc -c < "$binary") bytes"
    for symbol in standard realtime suspend literal_data literal_previous literal_fd literal_pid; do
        printf '%s 0x%x\n' "$symbol" "0x$("${tool}nm" "$object" | awk -v s="$symbol" '$3 == s { print $1 }')"
    done
    od -An -v -tx1 "$binary" | tr -d ' \n' | fold -w 64
    echo
    if [ -n "$out" ]; then
        mkdir -p "$out"
        cp "$binary" "$out/page-$processor.bin"
        "${tool}objdump" -d -M "$([ "$processor" = x86_64 ] && echo intel || echo no-aliases)" "$object" \
            | sed '1,2d' > "$out/page-$processor.lst"
    fi
done
