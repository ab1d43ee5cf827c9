/** What pages and API calls of every module use of the edge: refusals as text and problem, the acting person. */
@org.springframework.modulith.NamedInterface("web")
package mn.eland.edge.web;
