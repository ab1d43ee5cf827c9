package mn.eland.walk;

import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;

/** A flat of the walk and its listing. */
record Flat(String registryNo, CaseRef listing, Actor seller, long price) {
}
