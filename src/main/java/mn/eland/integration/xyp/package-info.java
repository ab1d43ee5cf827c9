/**
 * KHUR, the state's data exchange (xyp.gov.mn), version 1.5.0: civil register, property register, cadastre.
 * {@code eland.integration.xyp.base-url} switches between the simulator and {@code https://xyp.gov.mn}.
 *
 * <p>The register tells a burden only by the words of an entry. The simulator uses: «Барьцааны гэрээ бүртгэх» (mortgage),
 * «Хөрөнгө битүүмжлэх тэмдэглэл хийх» (arrest), «Шүүхийн маргааны тэмдэглэл хийх» (dispute), «Түрээсийн гэрээ бүртгэх»
 * (lease), «Дуусаагүй барилга бүртгэх» (unfinished), «Гэр бүлийн гишүүдийн хамтран өмчлөх эрх бүртгэх» (joint ownership),
 * «Эрх шилжүүлэх мэдүүлэг хүлээн авах» (application pending), «Өмчлөх эрх шилжүүлсэн гэрээ бүртгэх» (transfer).
 *
 * <p>Titles of a sandbox are loaded by {@code POST <base-url>/control/titles}, a JSON list of {@code registryNo,
 * certificateNo, parcelNo, parcelAreaM2, usage, areaM2, valueMnt, district, khoroo, fullAddress, registeredOn,
 * owners[registerNumber, clanName, parentName, givenName]}; known titles are left as they are. The titles P01-P14 of the
 * sandbox are there from the start: certificate {@code 000000100 + n}, parcel = four digits of the district and six of n.
 */
package mn.eland.integration.xyp;
