/** Who acts for whom, by what paper, until when, and in which cases they did (CC 54, 62-64). */
package mn.eland.identity.representation;
