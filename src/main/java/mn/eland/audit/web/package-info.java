/** Pages and calls for those who look at the trail. */
package mn.eland.audit.web;
