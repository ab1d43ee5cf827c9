"""Spoils an exported file in so many random ways, one at a time, and asks the verifier about each.

    python3 mutations.py <folder of the verifier> <how many> <seed> <file> [<file> ...]

Prints one line of counts; exit code 1 when a spoilt file passes, or an unspoilt one does not.
"""

import functools
import random
import sys

sys.path.insert(0, sys.argv[1])
import eland_audit_verify as verifier

# Most lines of a spoilt file are those of the file: what was worked out of a line once is not worked out again.
for pure in ("leaf_hash", "node_hash", "signature_holds", "read_header", "read_record", "hexed"):
    setattr(verifier, pure, functools.lru_cache(maxsize=4096)(getattr(verifier, pure)))

understand = functools.lru_cache(maxsize=4096)(lambda line, keys, where: unremembered(line, set(keys), where))
unremembered, verifier.read = verifier.read, lambda line, keys, where: dict(understand(line, frozenset(keys), where))


def fits(data):
    try:
        verifier.check(data)
        return True
    except verifier.Misfit:
        return False


def other_byte(data, chance):
    at = chance.randrange(len(data))
    byte = (data[at] + chance.randrange(1, 256)) % 256
    return data[:at] + bytes([byte]) + data[at + 1:]


def joined(lines):
    return b"\n".join(lines) + b"\n"


def removed(lines, chance):
    lines.pop(chance.randrange(len(lines)))
    return joined(lines)


def doubled(lines, chance):
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))
    return joined(lines)


def swapped(lines, chance):
    a, b = chance.sample(range(len(lines)), 2)
    lines[a], lines[b] = lines[b], lines[a]
    return joined(lines)


def records(lines):
    return [n for n, line in enumerate(lines) if line.endswith(verifier.TAIL)]


def altered(lines, chance):
    """Another letter in a record, and the hash that it is said to have made to fit."""
    places = records(lines)
    if not places:
        return removed(lines, chance)
    at = chance.choice(places)
    head, record = lines[at][:-len(verifier.TAIL)].split(b',"record":', 1)
    letters = [n for n, letter in enumerate(record) if chr(letter).isalnum()]
    place = chance.choice(letters)
    other = chance.choice([letter for letter in b"0123456789abcdefABCDEF" if letter != record[place]])
    record = record[:place] + bytes([other]) + record[place + 1:]
    lines[at] = verifier.HASH + verifier.leaf_hash(record).hex().encode() + head[len(verifier.HASH) + 64:] + b',"record":' + record + verifier.TAIL
    return joined(lines)


def exchanged(lines, chance):
    """Two records in each other's place, with hashes and positions made to fit."""
    places = records(lines)
    if len(places) < 2:
        return altered(lines, chance)
    a, b = chance.sample(places, 2)
    (head_a, rest_a), (head_b, rest_b) = (lines[n].split(b',"record":', 1) for n in (a, b))
    hashed = len(verifier.HASH) + 64
    lines[a] = head_b[:hashed] + head_a[hashed:] + b',"record":' + rest_b
    lines[b] = head_a[:hashed] + head_b[hashed:] + b',"record":' + rest_a
    return joined(lines)


def main():
    count, seed, files = int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
    chance = random.Random(seed)
    ways = [other_byte, removed, doubled, swapped, altered, exchanged]
    found = dict.fromkeys((way.__name__ for way in ways), 0)
    missed, alarms, checked = [], 0, 0
    originals = [open(name, "rb").read() for name in files]
    while sum(found.values()) + len(missed) < count:
        original = chance.choice(originals)
        way = other_byte if chance.random() < 0.5 else chance.choice(ways[1:])
        spoilt = way(original if way is other_byte else original[:-1].split(b"\n"), chance)
        if spoilt == original:
            continue
        if fits(spoilt):
            missed.append(way.__name__)
        else:
            found[way.__name__] += 1
        if (sum(found.values()) + len(missed)) % 100 == 0:
            checked += 1
            alarms += not fits(chance.choice(originals))
    print("found %d of %d (%s), false alarms %d of %d, seed %d" % (sum(found.values()), count,
          ", ".join("%s %d" % one for one in found.items()), alarms, checked, seed))
    if missed:
        print("missed: " + ", ".join(missed[:20]))
    return 1 if missed or alarms else 0


sys.exit(main())
