/**
 * Words every module uses: money, ids, the acting person, an outcome that may be a refusal. Nothing here needs a
 * database or a framework. Every module may use it; it uses none.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Kernel", allowedDependencies = {})
package mn.eland.kernel;
