/** The user task of {@code identity}. */
package mn.eland.identity.web;
