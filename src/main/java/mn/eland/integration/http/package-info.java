/** The one way out of the house: HTTP with time limits, and lenient JSON. */
package mn.eland.integration.http;
