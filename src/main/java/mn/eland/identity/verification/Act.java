package mn.eland.identity.verification;

/** What somebody may or may not do by how well we know who it is. Offering begins the relationship (AML 5). */
public enum Act { LOOK, OFFER, SIGN, RECEIVE }
