/** See `sentences.ts` for what the letters in braces stand for. */
export const spanish = `
{P} coordina el seguimiento de las recomendaciones desde 2019.
{G} se sumó al equipo de {L} el año pasado.
{F} redactó el primer borrador del informe.
{P} y {P} llevaron la lista juntos.
La formación la dirigió {P}, con ayuda de {G}.
La idea fue de {P}, de {O}.
Llame a {G} antes del mediodía.
Escriba a {P} o a {F}.
{G} dijo que el formulario era demasiado largo.
«Tardamos dos meses», explica {F}.
Me llamo {P} y vivo en {L}.
La madre de {G} y su hermano {G} fueron oídos.
La denuncia de {P} se remitió a {O}.
según {P}, la oficina de {L} estaba cerrada
nos reunimos con {P} y {G} en el ministerio
{P}, nacida en {L}, pidió ayuda.
Contacto: {P}, {L}
{P}, jefa de unidad
Entrevista con {P}
Participantes: {P}, {P}, {P} y {P}.
La familia de {P} vive cerca de {L}.
El periodista {P} fue detenido en {L}.
La activista {P} fue puesta en libertad a la semana.
La jueza {P} presidió la audiencia.
El profesor {P} revisó los indicadores.
El director {F} abrió la sesión y la ministra {F} la cerró.
{P} trabaja para {O} en {L}.
Estimado {G}: gracias por su carta. {P}
El libro de {P} cuenta la historia de {L}.
{O} publicó un informe sobre {L}.
La sede de {O} está en {L}.
Pasamos de {L} a {L} en 2018.
Cada ministerio nombra un punto focal en {L}.
Cada recomendación tiene un responsable, una fecha y una etapa.
El Comité Interministerial se reúne dos veces al año.
Se formó a cuarenta funcionarios del Ministerio de Justicia.
El Plan Nacional de Acción se aprobó tras una consulta pública.
Lecciones: empezar poco a poco, publicar pronto, preguntar mucho.
La Base de Datos de Recomendaciones está abierta a todos.
Buenas Prácticas y Marco de Seguimiento
Los resultados muestran menos retrasos. Bajaron los costos. Creció la confianza.
Cuatro módulos, dos talleres y una guía
Un curso anual de cuarenta horas prepara a los puntos focales para leer recomendaciones, elegir indicadores e informar.
Combina módulos en línea con talleres y casos ficticios, y termina con un certificado.
Los módulos en línea quedan abiertos todo el año.
Grupos de diez personas trabajan cada uno un tema.
Las inscripciones abren en mayo; las plazas son pocas.
Porcentaje de recomendaciones con responsable
Promedio de días entre la solicitud y la respuesta
Denuncias respondidas a tiempo
Un calendario para todos los órganos de tratados
Bastan una carpeta compartida, una hoja de cálculo y una llamada semanal para empezar.
Los aportes llegan de cada departamento y los borradores vuelven en diez días.
El tablero muestra lo atrasado, lo hecho y lo pendiente.
Presupuestos pequeños, costumbres largas: el cambio tardó tres años.
El Parlamento recibe la matriz dos veces al año, en lenguaje claro.
Las organizaciones de la sociedad civil comentan el borrador antes de su adopción.
Se escuchó a los pueblos indígenas, a las personas con discapacidad y a los jóvenes.
Examen Periódico Universal, tercer ciclo, informe de mitad de período
Convención sobre los Derechos del Niño, observaciones finales
Jefatura de Secretaría, Asesoría Jurídica, Encargada de Datos
Región: América del Sur. Etapa: piloto.
Objetivo de Desarrollo Sostenible 16, meta 16.3
Registro único, Seguimiento compartido, Informe común
Según el Gobierno, la Comisión y el Comité tuvieron en cuenta el Informe.
`;
