/** Passports of people who are in no register of ours: reading and checking the machine-readable zone (ICAO 9303). */
@org.springframework.modulith.NamedInterface("passport")
package mn.eland.identity.passport;
