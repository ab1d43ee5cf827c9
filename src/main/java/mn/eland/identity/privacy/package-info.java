/** What identity keeps about a person, taken along and forgotten. */
package mn.eland.identity.privacy;
