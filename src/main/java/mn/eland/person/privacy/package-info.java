/** A person's own data: what the person agreed to, what is taken along, what is forgotten, and what goes by itself in time. */
package mn.eland.person.privacy;
