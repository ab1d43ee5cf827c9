/** Where everything is kept: PostgreSQL, embedded and durable by default, and the migrations of all modules. */
@org.springframework.modulith.ApplicationModule(displayName = "Store", allowedDependencies = {})
package mn.eland.store;
