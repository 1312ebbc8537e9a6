/** See `sentences.ts` for what the letters in braces stand for. */
export const portuguese = `
{P} coordena o acompanhamento das recomendações desde 2019.
{G} juntou-se à equipa de {L} no ano passado.
{F} escreveu o primeiro rascunho do relatório.
{P} e {P} mantiveram a lista juntos.
A formação foi dirigida por {P}, com a ajuda de {G}.
A ideia foi de {P}, de {O}.
Ligue a {G} antes do meio-dia.
Escreva a {P} ou a {F}.
{G} disse que o formulário era longo demais.
«Demorámos dois meses», explica {F}.
Chamo-me {P} e moro em {L}.
A mãe de {G} e o seu irmão {G} foram ouvidos.
A queixa de {P} foi enviada a {O}.
segundo {P}, o escritório de {L} estava fechado
reunimos com {P} e {G} no ministério
{P}, nascida em {L}, pediu ajuda.
Contacto: {P}, {L}
{P}, chefe de unidade
Entrevista com {P}
Participantes: {P}, {P}, {P} e {P}.
A família de {P} vive perto de {L}.
O jornalista {P} foi detido em {L}.
A ativista {P} foi libertada ao fim de uma semana.
A juíza {P} presidiu à audiência.
Desembargador {P}
GABINETE DO DESEMBARGADOR {P}
GABINETE DA DESEMBARGADORA {P}
Relator: {P}
RELATOR: MIN. {P}
RELATORA: DESEMBARGADORA {P}
AGRAVANTE: {P} - AGRAVADO: {O}
O Deputado {P} e a Senadora {P} votaram contra.
MINISTRO {P} - PRESIDENTE
Paciente: {P}
ADV.(A/S): {P} E OUTRO(A/S)
{P} - Vogal
Documento assinado por {P} em 12/03/2018
O professor {P} reviu os indicadores.
O diretor {F} abriu a sessão e a ministra {F} encerrou-a.
{P} trabalha para {O} em {L}.
Caro {G}, obrigado pela sua carta. {P}
O livro de {P} conta a história de {L}.
{O} publicou um relatório sobre {L}.
A sede de {O} fica em {L}.
Passámos de {L} a {L} em 2018.
ESTADO DE {L}
PROCURADOR-GERAL DO ESTADO DE {L}
COMARCA DE {L}
Cada ministério nomeia um ponto focal em {L}.
Cada recomendação tem um responsável, uma data e uma etapa.
A Comissão Interministerial reúne-se duas vezes por ano.
Foram formados quarenta funcionários do Ministério da Justiça.
O Plano Nacional de Ação foi aprovado após consulta pública.
Lições: começar devagar, publicar cedo, perguntar muito.
A Base de Dados de Recomendações está aberta a todos.
Boas Práticas e Quadro de Acompanhamento
Os resultados mostram menos atrasos. Os custos baixaram. A confiança cresceu.
Lei Orgânica do Distrito Federal
Quatro módulos, duas oficinas e um guia
Um curso anual de quarenta horas prepara os pontos focais para ler recomendações, escolher indicadores e prestar contas.
Combina módulos em linha com oficinas e casos fictícios, e termina com um certificado.
Os módulos em linha ficam abertos todo o ano.
Grupos de dez pessoas trabalham um tema cada um.
As inscrições abrem em maio; os lugares são poucos.
Percentagem de recomendações com responsável
Média de dias entre o pedido e a resposta
Queixas respondidas a tempo
Um calendário para todos os órgãos de tratados
Uma pasta partilhada, uma folha de cálculo e uma chamada por semana bastam para começar.
Os contributos vêm de cada departamento e os rascunhos voltam em dez dias.
O painel mostra o que está atrasado, o que está feito e o que espera.
Orçamentos pequenos, hábitos longos: a mudança levou três anos.
O Parlamento recebe a matriz duas vezes por ano, em linguagem clara.
As organizações da sociedade civil comentam o rascunho antes da adoção.
Foram ouvidos os povos indígenas, as pessoas com deficiência e os jovens.
Exame Periódico Universal, terceiro ciclo, relatório intercalar
Convenção sobre os Direitos da Criança, observações finais
Chefia do Secretariado, Assessoria Jurídica, Responsável pelos Dados
Região: Europa. Fase: piloto.
Objetivo de Desenvolvimento Sustentável 16, meta 16.3
O Governador do Estado, o Senhor Relator e o Código de Processo Civil
Relator. Trata-se de recurso interposto contra a decisão.
Código de Verificação
Registo único, Acompanhamento partilhado, Relatório comum
`;
