#!/usr/bin/env python3
"""Checks a file exported from the audit trail of ELAND, offline, with nothing but the standard library of Python 3.

    python3 eland_audit_verify.py export.jsonl [--key FINGERPRINT]

A file is lines of JSON without needless space, keys in order: a header, records and checkpoints, an end.
A record is hashed as it stands: SHA-256(00 || bytes), nodes of the tree SHA-256(01 || left || right), as RFC 6962 section 2.1 says.
A checkpoint gives the root over the first so many records, signed with Ed25519 (RFC 8032); the end signs the file.

The header says which file it is:
  export       records one after another, each checkpoint after the records that it closes; `frontier` stands for all records
               before the first, and the first checkpoint then signs that frontier
  inclusion    one record, a checkpoint, and the path that leads from the one to the other
  consistency  two checkpoints, and the path that shows that the later tree only added to the earlier

Exit code 0: everything fits. 1: something does not; the first that does not is named. 2: the file cannot be read.
Whose key signed is for the reader to compare: the fingerprint is printed, or asked for with --key.
"""

import hashlib
import json
import sys

FORMAT = "eland-audit-1"
KINDS = {"export": {"format", "from", "frontier", "keys", "type"},
         "inclusion": {"format", "keys", "path", "type"},
         "consistency": {"format", "keys", "path", "type"}}
CHECKPOINT = {"at", "key", "number", "root", "signature", "size", "type"}
END = {"key", "sha256", "signature", "type"}
HASH = b'{"hash":"'
TAIL = b',"type":"record"}'


class Misfit(Exception):
    """What does not fit, named by where it stands."""


# ---- Ed25519, RFC 8032 section 5.1

P = 2 ** 255 - 19
L = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def point_of(encoded):
    """The point that 32 bytes stand for, or None."""
    number = int.from_bytes(encoded, "little")
    sign, y = number >> 255, number & ((1 << 255) - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def bytes_of(point):
    x, y, z, _ = point
    inverse = pow(z, P - 2, P)
    x, y = x * inverse % P, y * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def added(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def doubled(p):
    a = p[0] * p[0] % P
    b = p[1] * p[1] % P
    h = a + b
    e = h - (p[0] + p[1]) * (p[0] + p[1])
    g = a - b
    f = 2 * p[2] * p[2] + g
    return e * f % P, g * h % P, f * g % P, e * h % P


BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signature_holds(key, message, signature):
    """Whether the signature is of this message by the owner of the key; stricter than cofactored checks."""
    if len(key) != 32 or len(signature) != 64:
        return False
    owner = point_of(key)
    s = int.from_bytes(signature[32:], "little")
    if owner is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    minus = (P - owner[0], owner[1], 1, P - owner[3])
    both = added(BASE, minus)
    sum_ = (0, 1, 1, 0)
    for bit in range(max(s.bit_length(), k.bit_length()) - 1, -1, -1):
        sum_ = doubled(sum_)
        which = (s >> bit & 1) | (k >> bit & 1) << 1
        if which:
            sum_ = added(sum_, (BASE, minus, both)[which - 1])
    return bytes_of(sum_) == signature[:32]


# ---- the tree, RFC 6962 section 2.1

def leaf_hash(record):
    return hashlib.sha256(b"\0" + record).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


class Frontier:
    """The roots of the whole subtrees that so many records make, largest first."""

    def __init__(self, size, hashes):
        self.size = size
        self.hashes = list(hashes)

    def add(self, leaf):
        merged = self.size
        self.size += 1
        while merged & 1:
            leaf = node_hash(self.hashes.pop(), leaf)
            merged >>= 1
        self.hashes.append(leaf)

    def root(self):
        if not self.hashes:
            return hashlib.sha256(b"").digest()
        root = self.hashes[-1]
        for left in reversed(self.hashes[:-1]):
            root = node_hash(left, root)
        return root


def root_of_inclusion(position, size, leaf, path):
    """The root that leaf and path lead to, or None when the path has the wrong length."""
    if position >= size:
        return None
    here, last, root = position, size - 1, leaf
    for step in path:
        if last == 0:
            return None
        if here & 1 or here == last:
            root = node_hash(step, root)
            while not here & 1 and here:
                here >>= 1
                last >>= 1
        else:
            root = node_hash(root, step)
        here >>= 1
        last >>= 1
    return root if last == 0 else None


def is_consistent(first, first_root, second, second_root, path):
    if not 0 < first <= second:
        return False
    if first == second:
        return not path and first_root == second_root
    steps = list(path) if first & (first - 1) else [first_root] + list(path)
    here, last = first - 1, second - 1
    while here & 1:
        here >>= 1
        last >>= 1
    if not steps:
        return False
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while not here & 1 and here:
                here >>= 1
                last >>= 1
        else:
            new = node_hash(new, step)
        here >>= 1
        last >>= 1
    return last == 0 and old == first_root and new == second_root


# ---- lines

def written(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def read(line, keys, where):
    """The object that a line holds, if it is written in the one way in which it may be."""
    try:
        value = json.loads(line.decode("ascii"))
    except (ValueError, RecursionError):
        raise Misfit(where + " is not readable") from None
    if not isinstance(value, dict) or set(value) != keys or written(value) != line:
        raise Misfit(where + " is not written as it must be")
    return value


def hexed(text, length, where):
    if not isinstance(text, str) or len(text) != 2 * length or text.strip("0123456789abcdef"):
        raise Misfit(where + " holds something else than %d bytes" % length)
    return bytes.fromhex(text)


def counted(number, where):
    if type(number) is not int or not 0 <= number < 1 << 62:
        raise Misfit(where + " holds something else than a count")
    return number


def read_header(line):
    where = "line 1, the header,"
    try:
        kind = json.loads(line.decode("ascii")).get("type")
        known = KINDS[kind]
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError):
        raise Misfit(where + " is not that of an audit file") from None
    header = read(line, known, where)
    if header["format"] != FORMAT or not isinstance(header["keys"], dict) or not header["keys"]:
        raise Misfit(where + " is not of the format " + FORMAT)
    keys = {}
    for name, key in header["keys"].items():
        keys[name] = hexed(key, 32, where)
        if name != fingerprint(keys[name]):
            raise Misfit(where + " names a key by another fingerprint than its own")
    hashes = header["frontier" if kind == "export" else "path"]
    if not isinstance(hashes, list):
        raise Misfit(where + " holds no list of hashes")
    hashes = [hexed(hash_, 32, where) for hash_ in hashes]
    first = counted(header["from"], where) if kind == "export" else 0
    if kind == "export" and bin(first).count("1") != len(hashes):
        raise Misfit(where + " has a frontier of another size")
    return kind, first, hashes, keys


def fingerprint(key):
    return hashlib.sha256(key).hexdigest()[:16]


def read_record(line, position, where):
    """The hash of a record that must stand at this position."""
    middle = b'","position":%d,"record":' % position
    record = line[len(HASH) + 64 + len(middle):-len(TAIL)]
    leaf = leaf_hash(record)
    if line != HASH + leaf.hex().encode() + middle + record + TAIL:
        raise Misfit(fault_of_record(line, position, where))
    return leaf


def position_of(line):
    """The position that a record is said to have, or None."""
    named = line[len(HASH) + 64:].split(b',"record":')[0]
    number = named[len(b'","position":'):]
    return int(number) if named.startswith(b'","position":') and number.isdigit() and len(number) < 19 else None


def fault_of_record(line, position, where):
    named = position_of(line)
    if named not in (None, position):
        return "%s record %d stands where record %d must stand" % (where, named, position)
    return "%s record %d does not have the hash that it is said to have" % (where, position)


def read_checkpoint(line, keys, where):
    checkpoint = read(line, CHECKPOINT, where)
    name = "%s checkpoint %s" % (where, checkpoint["number"])
    signature = hexed(checkpoint.pop("signature"), 64, name)
    checkpoint["root"], said = hexed(checkpoint["root"], 32, name), checkpoint["root"]
    counted(checkpoint["size"], name)
    counted(checkpoint["number"], name)
    if checkpoint["type"] != "checkpoint" or not isinstance(checkpoint["at"], str) or not isinstance(checkpoint["key"], str):
        raise Misfit(name + " is none")
    message = b"eland-audit-checkpoint:" + written({**checkpoint, "root": said})
    if checkpoint["key"] not in keys:
        raise Misfit(name + " is signed with a key that the header does not give")
    return checkpoint, (keys[checkpoint["key"]], message, signature, name)


def check_end(line, digest, keys, where):
    end = read(line, END, where)
    if end["type"] != "end" or end["sha256"] != digest:
        raise Misfit(where + " does not have the hash of what stands before it")
    if not isinstance(end["key"], str) or end["key"] not in keys:
        raise Misfit(where + " is signed with a key that the header does not give")
    return keys[end["key"]], b"eland-audit-end:" + digest.encode(), hexed(end["signature"], 64, where), where


# ---- files

def check(data):
    """What the file holds, in a sentence, and its keys; raises Misfit with the first thing that does not fit."""
    if not data.endswith(b"\n"):
        raise Misfit("the file is cut off: its last line has no end")
    lines = data[:-1].split(b"\n")
    if len(lines) < 3:
        raise Misfit("the file is cut off: it has %d lines" % len(lines))
    kind, first, hashes, keys = read_header(lines[0])
    said, signed = {"export": check_export, "inclusion": check_inclusion, "consistency": check_consistency}[kind](
        lines, first, hashes, keys)
    for key, message, signature, where in signed:
        if not signature_holds(key, message, signature):
            raise Misfit(where + " has a signature that does not hold")
    where = "line %d, the end," % len(lines)
    digest = hashlib.sha256(data[:len(data) - len(lines[-1]) - 1]).hexdigest()
    key, message, signature, where = check_end(lines[-1], digest, keys, where)
    if not signature_holds(key, message, signature):
        raise Misfit(where + " has a signature that does not hold")
    return said, sorted(keys)


def check_export(lines, first, hashes, keys):
    tree = Frontier(first, hashes)
    before, signed = None, []
    for number, line in enumerate(lines[1:-1], 2):
        where = "line %d," % number
        if line.startswith(HASH) and (before or first == 0):
            tree.add(read_record(line, tree.size, where))
            continue
        checkpoint, signature = read_checkpoint(line, keys, where)
        name = signature[3]
        if checkpoint["size"] != tree.size:
            raise Misfit("%s closes %d records, but %d stand before it" % (name, checkpoint["size"], tree.size))
        if checkpoint["root"] != tree.root():
            raise Misfit(name + " has another root than the records before it make")
        if before:
            if checkpoint["number"] != before["number"] + 1:
                raise Misfit("%s follows checkpoint %d" % (name, before["number"]))
            if checkpoint["size"] <= before["size"]:
                raise Misfit(name + " closes no record")
            if checkpoint["at"] < before["at"]:
                raise Misfit(name + " is older than the one before it")
        elif first == 0 and checkpoint["number"] != 1:
            raise Misfit(name + " stands where checkpoint 1 must stand")
        before = checkpoint
        signed.append(signature)
    if before is None or before["size"] != tree.size:
        raise Misfit("line %d, records stand behind the last checkpoint" % len(lines))
    return "records %d to %d, %d checkpoints" % (first, tree.size - 1, len(signed)), signed


def check_inclusion(lines, _, path, keys):
    if len(lines) != 4:
        raise Misfit("line %d, a proof of inclusion has four lines" % len(lines))
    position = position_of(lines[1])
    if position is None:
        raise Misfit("line 2, is no record")
    leaf = read_record(lines[1], position, "line 2,")
    checkpoint, signature = read_checkpoint(lines[2], keys, "line 3,")
    if root_of_inclusion(position, checkpoint["size"], leaf, path) != checkpoint["root"]:
        raise Misfit("line 2, record %d does not lead to the root of checkpoint %d" % (position, checkpoint["number"]))
    return "record %d is in the tree of checkpoint %d" % (position, checkpoint["number"]), [signature]


def check_consistency(lines, _, path, keys):
    if len(lines) != 4:
        raise Misfit("line %d, a proof of consistency has four lines" % len(lines))
    older, signed_older = read_checkpoint(lines[1], keys, "line 2,")
    newer, signed_newer = read_checkpoint(lines[2], keys, "line 3,")
    if not is_consistent(older["size"], older["root"], newer["size"], newer["root"], path):
        raise Misfit("line 3, checkpoint %d does not go on from checkpoint %d" % (newer["number"], older["number"]))
    return "checkpoint %d goes on from checkpoint %d" % (newer["number"], older["number"]), [signed_older, signed_newer]


def main(arguments):
    pinned = None
    if len(arguments) == 3 and arguments[1] == "--key":
        pinned = arguments[2]
    elif len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        with open(arguments[0], "rb") as file:
            data = file.read()
    except OSError as reason:
        print("cannot be read: %s" % reason, file=sys.stderr)
        return 2
    try:
        said, keys = check(data)
        if pinned and keys != [pinned]:
            raise Misfit("line 1, the header, gives other keys than %s: %s" % (pinned, ", ".join(keys)))
    except Misfit as misfit:
        print("DOES NOT FIT: %s" % misfit)
        return 1
    print("FITS: %s; signed with %s" % (said, ", ".join(keys)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
