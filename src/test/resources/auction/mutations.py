"""Spoils a fairness certificate in many ways and asks the verifier about each.

    python3 mutations.py <folder of the verifier> <how many> <seed> <file>

First random bytes and lines; then each number of each bid by one, with the chain made whole again, which only the rules can find.
Prints one line of counts; exit code 1 when a spoilt file passes, or the unspoilt one does not.
"""

import random
import sys

sys.path.insert(0, sys.argv[1])
import eland_auction_verify as verifier


def fits(data):
    try:
        verifier.check(data)
        return True
    except verifier.Misfit:
        return False


def spoilt(data, chance):
    lines = data.split(b"\n")[:-1]
    way = chance.randrange(4)
    if way == 0:
        at = chance.randrange(len(data))
        return data[:at] + bytes([(data[at] + chance.randrange(1, 256)) % 256]) + data[at + 1:]
    if way == 1:
        lines.pop(chance.randrange(len(lines)))
    elif way == 2:
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))
    else:
        a, b = chance.sample(range(len(lines)), 2)
        lines[a], lines[b] = lines[b], lines[a]
    return b"\n".join(lines) + b"\n"


def breaks_rules(lot, terms, bids, place, name, by):
    """Whether the rules find one changed number although every hash is right."""
    forged = [dict(bid) for bid in bids]
    forged[place][name] += by
    before = verifier.hash_of_terms(lot, terms)
    for bid in forged:
        bid["previous"] = before
        before = bid["hash"] = verifier.hash_of_bid(lot, bid)
    try:
        verifier.check_rules(lot, terms, forged)
        return False
    except verifier.Misfit:
        return True


def main(folder, count, seed, path):
    with open(path, "rb") as file:
        data = file.read()
    chance = random.Random(int(seed))
    alarms = 0 if fits(data) else 1
    tried = found = 0
    while tried < int(count):
        other = spoilt(data, chance)
        if other != data:
            tried += 1
            found += not fits(other)
    lines = data.split(b"\n")[:-1]
    head, terms = verifier.read_head(lines[0])
    bids = [verifier.read(line, verifier.BID, "bid") for line in lines[1:-2]]
    forged = caught = 0
    for place in range(len(bids)):
        for name in ("price", "leader", "leaderLimit", "closesAt", "extensions"):
            for by in (1, -1):
                forged += 1
                caught += breaks_rules(head["lot"], terms, bids, place, name, by)
    print("found %d of %d, caught by the rules %d of %d, false alarms %d" % (found, tried, caught, forged, alarms))
    return 0 if found == tried and caught == forged and not alarms else 1


sys.exit(main(*sys.argv[1:]))
