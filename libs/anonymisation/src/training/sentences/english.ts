/** See `sentences.ts` for what the letters in braces stand for. */
export const english = `
{P} coordinates the follow-up of recommendations since 2019.
{G} joined the team in {L} last year.
{F} wrote the first draft of the report.
{P} and {P} kept the list together.
The training was led by {P}, with help from {G}.
The idea came from {P} of {O}.
Please call {G} before noon.
Please write to {P} or to {F} at the front desk.
{G} said that the form was too long.
"It took two months," says {F}.
"We had no list at all", {P} recalled.
Thanks to {P} and {G} {F} for their patience.
My name is {P} and I live in {L}.
I am {G}, and this is my sister {G}.
His mother {G} and his brother {G} were heard.
The complaint of {P} was sent to {O}.
{G}'s daughter went to school in {L}.
{P}'s case was the first of its kind.
according to {P}, the office in {L} was closed
we met with {P} and {G} at the ministry
ask {G} {F} for the password
A letter signed by {P} reached {O} in March.
{P} (born in {L}) asked for help.
Contact: {P}, {L}
{P}, head of unit
Interview with {P}
{F}, {G}
Chair: {P}. Secretary: {P}.
Participants: {P}, {P}, {P} and {P}.
Who is {G}? {G} is the focal point.
He asked {F} whether {G} had called.
The police questioned {G} {F} for three hours.
Neither {G} nor {G} had seen the paper.
The family of {P} lives near {L}.
The journalist {P} was detained in {L}.
Activist {P} was released after a week.
Judge {P} presided over the hearing.
Professor {P} of {O} reviewed the indicators.
Director {F} opened the session and Deputy Minister {F} closed it.
{P} works for {O} in {L}.
The team around {P} and the unit of {F} shared a list.
Was {G} there? Yes, {G} came with {P}.
Dear {G}, thank you for your letter. Best wishes, {P}
From: {P}
To: {G} {F}
I saw {P} on television.
The book by {P} tells the story of {L}.
{O} published a report on {L}.
The seat of {O} is in {L}.
We moved from {L} to {L} in 2018.
Each ministry in {L} names a focal point.
Every recommendation has an owner, a date and a stage.
The Interministerial Committee meets twice a year.
Training was given to forty officials of the Ministry of Justice.
The National Plan of Action was adopted after a public consultation.
Follow-up is reported to Parliament each spring.
Monitoring and Evaluation Framework
Good Practices on Reporting
Lessons learned: begin small, publish early, ask often.
The Database on Recommendations is open to everybody.
Civil Society Forum, Annual Report and Budget Statement
Monday is the day of the meeting, and Friday that of the minutes.
Results show fewer delays. Costs fell. Trust grew.
Street address: 12 {L} Road, {L}
They flew from {L} via {L} to {L} on Sunday.
Green Paper on Equality, White Paper on Housing
Four modules, two workshops and one handbook
An annual course of forty hours prepares focal points to read recommendations, choose indicators and report.
It combines online modules with workshops and fictional cases, and ends with a certificate.
Groups of ten, mixed by ministry, work on one theme each.
Registration opens in May; places are few.
Share of recommendations with an owner
Average days from request to answer
Complaints answered in time
Requests received
One calendar for all treaty bodies
A shared drive, a spreadsheet and a weekly call are enough to begin.
Inputs come from every department, drafts go back within ten days.
The dashboard shows what is late, what is done and what waits.
Small budgets, long habits: change took three years.
Minutes are published; decisions are numbered.
Parliament receives the matrix twice a year, in plain language.
Civil society organisations comment on the draft before adoption.
Statistical offices check every figure; sources are named.
Indigenous peoples, persons with disabilities and young people were heard.
What works elsewhere: the list, the calendar, the focal points.
Universal Periodic Review, third cycle, midterm report
Convention on the Rights of the Child, concluding observations
Sustainable Development Goal 16, target 16.3
Head of Secretariat, Legal Adviser, Data Officer
Region: Western Africa. Stage: pilot. Type: procedure.
`;
