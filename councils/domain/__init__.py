"""The verbs of the wing, each in one transaction.

Rows are locked in one order everywhere, so that two who press at once never wait for each other in a ring:

    Council → Membership or Staff → Minutes → Meeting (two by key) → AgendaItem → Topic (several by key)
    → everything else

Whoever writes in the minutes locks them first (`minutes_lock`), also where the meeting or its items follow. Invitations,
packets and their copies, attendances and tasks come after their meeting; a Forwarding comes after its Statement. A verb
that needs no row above leaves it alone; none goes back up. Two things look like it and wait for nobody: beginning a meeting
makes its minutes under the meeting's lock, and nobody holds a row that is not there yet; a fare is written on its seat
after its attendance, and nothing that holds a seat waits for an attendance.
"""
