#!/usr/bin/env python3
"""Checks the fairness certificate of an auction of ELAND, offline, with nothing but the standard library of Python 3.

    python3 eland_auction_verify.py certificate.jsonl [--key FINGERPRINT]

Keep eland_audit_verify.py beside it: the check of signatures (Ed25519, RFC 8032) is taken from there.

A certificate is lines of JSON, keys in order, no needless space: the terms that were published, every accepted bid in the order in which it
was accepted, the result, an end that signs all before it. Amounts are whole togrog, times milliseconds since 1970, bidders paddle numbers.
The program checks
  the chain    each bid is hashed with the hash of the one before, the first with the hash of the terms
  the rules    it decides each bid again and must come to the same answer, price, leader, limit, close and number of extensions
  the result   winner and price follow from the last bid
  the end      SHA-256 over all lines before it, signed by the key in the first line

Exit code 0: everything fits, and winner and price are printed. 1: something does not; the first that does not is named.
2: the file cannot be read. Whose key signed is for the reader to compare: the fingerprint is printed, or asked for with --key.
"""

import hashlib
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from eland_audit_verify import Misfit, signature_holds  # noqa: E402

FORMAT = "eland-auction-1"
HEAD = {"format", "key", "lot", "publicKey", "terms", "type"}
TERMS = {"closesAt", "extension", "format", "most", "mostExtensions", "opensAt", "reserve", "revealUntil", "start", "steps", "window"}
BID = {"answer", "bid", "closesAt", "decidedAt", "extensions", "hash", "key", "leader", "leaderLimit", "limit", "paddle", "previous", "price", "type"}
RESULT = {"kind", "price", "type", "winner"}
END = {"sha256", "signature", "type"}


def unique(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError("a name stands twice")
    return dict(pairs)


def read(line, names, kind):
    """One line, written in the one way in which it may be written."""
    try:
        value = json.loads(line.decode("ascii"), object_pairs_hook=unique)
    except ValueError:
        raise Misfit(kind + ": not a line of JSON")
    if not isinstance(value, dict) or set(value) != names or value["type"] != kind \
            or json.dumps(value, sort_keys=True, separators=(",", ":")).encode() != line:
        raise Misfit(kind + ": not written as it must be")
    return value


def whole(value, *names):
    for name in names:
        if type(value[name]) is not int or value[name] < 0:
            raise Misfit(name + " is not a whole number")


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def hash_of_terms(lot, terms):
    steps = ",".join("%d:%d" % (start, more) for start, more in terms["steps"])
    return sha256("|".join(["eland-lot-1", lot, terms["format"], str(terms["start"]), "" if terms["reserve"] is None else str(terms["reserve"]),
                            str(terms["most"]), steps, str(terms["opensAt"]), str(terms["closesAt"]), str(terms["window"]),
                            str(terms["extension"]), str(terms["mostExtensions"]), str(terms["revealUntil"])]))


def hash_of_bid(lot, bid):
    return sha256("|".join(str(part) for part in (
        "eland-bid-1", lot, bid["bid"], bid["paddle"], bid["key"], bid["limit"], bid["answer"], bid["price"], bid["leader"], bid["leaderLimit"],
        bid["closesAt"], bid["extensions"], bid["decidedAt"], bid["previous"])))


def above(terms, price):
    """The price and one step of the table of the lot."""
    return price + [more for start, more in terms["steps"] if start <= price][-1]


def decided(terms, state, bid):
    """The answer to a bid and where the lot stands after it; a bid that may not be accepted does not fit."""
    price, leader, limit, closes, extensions = state
    if not terms["opensAt"] <= bid["decidedAt"] < closes:
        raise Misfit("it came before the opening or after the close")
    if bid["limit"] > terms["most"]:
        raise Misfit("it is above the most")
    if leader == bid["paddle"]:
        if bid["limit"] <= limit:
            raise Misfit("the leader bids no more than before")
        answer, new = "LEADING", (leader, bid["limit"], price)
    elif bid["limit"] < (above(terms, price) if leader else terms["start"]):
        raise Misfit("it is too low")
    elif not leader:
        answer, new = "LEADING", (bid["paddle"], bid["limit"], terms["start"])
    elif bid["limit"] <= limit:
        answer, new = "OUTBID", (leader, limit, min(limit, above(terms, bid["limit"])))
    else:
        answer, new = "LEADING", (bid["paddle"], bid["limit"], min(bid["limit"], above(terms, limit)))
    now_leader, now_limit, now_price = new
    if terms["reserve"] is not None and now_limit >= terms["reserve"] > now_price:
        now_price = terms["reserve"]
    seen = now_leader != leader or now_price != price
    if seen and extensions < terms["mostExtensions"] and bid["decidedAt"] >= closes - terms["window"]:
        closes, extensions = closes + terms["extension"], extensions + 1
    return answer, (now_price, now_leader, now_limit, closes, extensions)


def check_rules(lot, terms, bids):
    """Plays the auction again. Gives where it ended."""
    if terms["format"] != "OPEN":
        raise Misfit("terms: an auction of another format")
    state, before, time = (0, 0, 0, terms["closesAt"], 0), hash_of_terms(lot, terms), 0
    for place, bid in enumerate(bids, 1):
        try:
            if bid["bid"] != place:
                raise Misfit("it has another number")
            if bid["previous"] != before or bid["hash"] != hash_of_bid(lot, bid):
                raise Misfit("the chain is broken")
            if bid["decidedAt"] < time:
                raise Misfit("time goes back")
            answer, state = decided(terms, state, bid)
            if (bid["answer"], (bid["price"], bid["leader"], bid["leaderLimit"], bid["closesAt"], bid["extensions"])) != (answer, state):
                raise Misfit("the rules say otherwise")
        except Misfit as misfit:
            raise Misfit("bid %d: %s" % (place, misfit))
        before, time = bid["hash"], bid["decidedAt"]
    return state


def result_of(terms, state):
    price, leader = state[0], state[1]
    if not leader:
        return "NO_BID", 0, 0
    return "SOLD" if terms["reserve"] is None or price >= terms["reserve"] else "BELOW_RESERVE", leader, price


def read_head(line):
    head = read(line, HEAD, "auction")
    terms = head["terms"]
    if head["format"] != FORMAT or not isinstance(terms, dict) or set(terms) != TERMS:
        raise Misfit("auction: of another format")
    whole(terms, *(TERMS - {"format", "reserve", "steps"}))
    if terms["reserve"] is not None:
        whole(terms, "reserve")
    steps = terms["steps"]
    if not isinstance(steps, list) or not steps or any(not isinstance(step, list) or len(step) != 2 or any(type(n) is not int for n in step)
                                                       for step in steps) or steps[0][0] != 0:
        raise Misfit("auction: the steps cannot be read")
    return head, terms


def check(data):
    """Gives head, number of bids and result of a certificate in which everything fits."""
    lines = data.split(b"\n")
    if len(lines) < 4 or lines.pop():
        raise Misfit("the file is cut off")
    head, terms = read_head(lines[0])
    end = read(lines[-1], END, "end")
    digest = hashlib.sha256(b"\n".join(lines[:-1]) + b"\n").hexdigest()
    if end["sha256"] != digest:
        raise Misfit("end: the lines before it are not those that were signed")
    try:
        key, signature = bytes.fromhex(head["publicKey"]), bytes.fromhex(end["signature"])
    except (ValueError, TypeError):
        raise Misfit("end: key or signature cannot be read")
    if end["signature"] != signature.hex() or hashlib.sha256(key).hexdigest()[:16] != head["key"] \
            or not signature_holds(key, b"eland-auction-end:" + digest.encode(), signature):
        raise Misfit("end: the signature does not hold")
    bids = [read(line, BID, "bid") for line in lines[1:-2]]
    for bid in bids:
        whole(bid, *(BID - {"answer", "hash", "key", "previous", "type"}))
    result = read(lines[-2], RESULT, "result")
    kind = result_of(terms, check_rules(head["lot"], terms, bids))
    if (result["kind"], result["winner"], result["price"]) != kind:
        raise Misfit("result: the bids say otherwise")
    return head, len(bids), kind


def main(arguments):
    if len(arguments) not in (1, 3) or len(arguments) == 3 and arguments[1] != "--key":
        print(__doc__)
        return 2
    try:
        with open(arguments[0], "rb") as file:
            data = file.read()
    except OSError as error:
        print("UNREADABLE:", error)
        return 2
    try:
        head, bids, (kind, winner, price) = check(data)
        if len(arguments) == 3 and head["key"] != arguments[2]:
            raise Misfit("end: signed by another key, " + head["key"])
    except Misfit as misfit:
        print("DOES NOT FIT:", misfit)
        return 1
    print("FITS: lot %s, %d bids, %s, winner %d, price %d, signed by %s" % (head["lot"], bids, kind, winner, price, head["key"]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
