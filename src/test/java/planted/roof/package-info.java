/** The upper module of the planted fault. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "cellar")
package planted.roof;
