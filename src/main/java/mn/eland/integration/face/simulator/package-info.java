/** Plays the comparison of faces by comparing the pictures themselves. */
package mn.eland.integration.face.simulator;
