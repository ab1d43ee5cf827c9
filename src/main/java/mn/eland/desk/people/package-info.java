/** Pages and calls on which people prove who they are, and on which compliance keeps lists. */
package mn.eland.desk.people;
