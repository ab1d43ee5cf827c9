/** Planted fault: the lowest module reaches up to the roof. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package planted.cellar;
